import {
  isProfileRoot,
  isProtectedFolder,
  isSystemFile,
  isSystemModule,
  isWritableFolder,
} from './system-places.ts';
import { systemProgram } from './system-programs.ts';
import { type Weight, WEIGHTS } from './weight.ts';

/** The last part of a path; "" when it ends with a slash. Wildcards around it are no part. */
export function baseName(path: string): string {
  const bare = path.replace(/(?<![*?%])[*?%]+$/, '');
  const slash = Math.max(bare.lastIndexOf('/'), bare.lastIndexOf('\\'));
  return bare.slice(slash + 1).replace(/^[*?%]+/, '');
}

/** The program of a process, or its parent: `\mshta.exe`, `C:\Users\Public\`. Lower case. */
export function weighProgram(path: string, own: Weight = WEIGHTS.systemProgram): Weight {
  if (isProfileRoot(path)) return WEIGHTS.where;
  const name = baseName(path);
  if (systemProgram(name) !== undefined) return own;
  if (name === '' && isSystemFile(path) && !isWritableFolder(path) && !isProtectedFolder(path))
    return WEIGHTS.systemFile;
  const isFolder = name === '' || (!name.includes('.') && /[\\/]/.test(path) && !/^\\?[^\\/]+$/.test(path));
  if (isFolder && isWritableFolder(path)) return WEIGHTS.folder;
  if (isFolder && isProtectedFolder(path)) return WEIGHTS.where;
  if (/[\\/](?:tomcat|apache|nginx|inetpub|exchange|confluence|jira)/.test(path)) return own;
  return isFolder ? WEIGHTS.folder : WEIGHTS.renamed;
}

/** A file that is written, read or deleted. Lower case. */
export function weighFile(path: string): Weight {
  if (isProfileRoot(path)) return WEIGHTS.where;
  if (isSystemFile(path)) return WEIGHTS.systemFile;
  const name = baseName(path);
  if (isSystemModule(name) || (systemProgram(name) !== undefined && name.includes('.')))
    return WEIGHTS.systemModule;
  return name === '' || isWritableFolder(path) ? WEIGHTS.folder : WEIGHTS.fileName;
}

/** A library or driver that is loaded. Lower case. */
export function weighModule(path: string): Weight {
  const name = baseName(path);
  if (isSystemModule(name) || systemProgram(name) !== undefined) return WEIGHTS.systemModule;
  if (name === '' && isProtectedFolder(path)) return WEIGHTS.where;
  return name === '' ? WEIGHTS.folder : WEIGHTS.fileName;
}
