import picomatch from 'picomatch';
import type { SourceFile, SourceSpec } from './source.ts';

/** A pattern without wildcards may name a folder: then it means everything below. */
function expand(pattern: string): string[] {
  const plain = pattern.replace(/^(?:\.?\/)+/, '');
  if (plain === '' || plain === '.') return ['**'];
  if (plain.endsWith('/')) return [`${plain}**`];
  return picomatch.scan(plain).isGlob ? [plain] : [plain, `${plain}/**`];
}

/**
 * Whether a path (forward slashes, relative to the source) is selected: by an include pattern and by no exclude
 * pattern. Hidden files match like any other; an include that starts with `!` excludes.
 */
export function pathFilter(
  include: readonly string[],
  exclude: readonly string[],
): (path: string) => boolean {
  const isNegated = (pattern: string): boolean => /^!(?!\()/.test(pattern);
  const without = [...exclude, ...include.filter(isNegated).map((pattern) => pattern.slice(1))];
  const within = include.filter((pattern) => !isNegated(pattern));
  // A wildcard stands for a line feed in a name as well.
  const options = { dot: true, nonegate: true, flags: 's' };
  const isIncluded = picomatch((within.length === 0 ? ['**'] : within).flatMap(expand), options);
  const isExcluded = picomatch(without.flatMap(expand), options);
  return (path) => isIncluded(path) && (without.length === 0 || !isExcluded(path));
}

export interface Selection {
  files: SourceFile[];
  /** Selected, but larger than `maxBytes`. */
  skipped: SourceFile[];
  /** Selected, but without a size: the object is not in the repository. */
  absent: SourceFile[];
}

/** The files of a tree by the globs and the size limit of a source, sorted by path. */
export function selectFiles(
  files: readonly SourceFile[],
  spec: Pick<SourceSpec, 'include' | 'exclude' | 'maxBytes'>,
): Selection {
  const isSelected = pathFilter(spec.include, spec.exclude);
  const selected = files.filter((file) => isSelected(file.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: selected.filter((file) => file.size <= spec.maxBytes),
    skipped: selected.filter((file) => file.size > spec.maxBytes),
    absent: selected.filter((file) => Number.isNaN(file.size)),
  };
}
