import { dirname, extname } from 'node:path/posix';
import type { FileContent } from '../readers/reader.ts';

/** A file of a repository, and what was read from it. */
export interface SurveyedFile {
  /** Relative to the top, forward slashes. */
  path: string;
  content: FileContent;
}

/** What a folder at the top of a repository holds. */
export interface TopFolder {
  /** Its name; empty for the files that lie at the top itself. */
  name: string;
  /**
   * `sources`: the team's. `library`: of others by its name, never counted as deployed. `aside`: samples and tests by its
   * name, not read.
   */
  use: 'source' | 'library' | 'aside';
  /** Numbers of what it holds. */
  detections: number;
  playbooks: number;
  exercises: number;
  /** Extensions of the files that hold it, sorted. */
  extensions: string[];
  /** Formats that recognised them, sorted. */
  formats: string[];
}

/** What there is to write a config from. */
export interface Survey {
  /** Those that hold something, sorted by name. */
  folders: TopFolder[];
  /** Globs of the team's own threat profiles. */
  threats: string[];
  /** ATT&CK ids as written, in what is not aside. */
  techniques: ReadonlySet<string>;
  /** Folders of files in Coverbook's own formats, by the format's id. */
  own: ReadonlyMap<string, readonly string[]>;
}

/** Folders whose rules are somebody else's. */
const LIBRARY = /^(?:library|vendor|upstream|external|community|third[-_ ]?party)$/i;

/** Folders whose rules are food for tests, samples or pages about rules. Hidden folders belong to tools. */
const ASIDE =
  /^(?:tests?|testing|examples?|samples?|fixtures|templates?|docs?|build|dist|out|target|coverage|\..+)$/i;

/** Sorts the files of a repository by the folders at its top. */
export function survey(files: readonly SurveyedFile[]): Survey {
  const holding = files.filter(({ content }) => holdsSomething(content));
  const folders = [...Map.groupBy(holding, ({ path }) => topOf(path))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, of]) => topFolder(name, of));
  const aside = new Set(folders.filter(({ use }) => use === 'aside').map(({ name }) => name));
  const used = holding.filter(({ path }) => !aside.has(topOf(path)));
  const own = new Map<string, string[]>();
  for (const { path, content } of used) {
    if (content.format?.startsWith('coverbook-') !== true) continue;
    const glob = globBeside(path);
    const globs = own.get(content.format) ?? [];
    if (!globs.includes(glob)) own.set(content.format, [...globs, glob].sort());
  }
  return {
    folders,
    threats: [...(own.get('coverbook-threats') ?? [])],
    techniques: new Set(used.flatMap(({ content }) => idsOf(content))),
    own,
  };
}

function topFolder(name: string, files: readonly SurveyedFile[]): TopFolder {
  const count = (kind: 'detections' | 'playbooks' | 'exercises'): number =>
    files.reduce((sum, { content }) => sum + content[kind].length, 0);
  return {
    name,
    use: LIBRARY.test(name) ? 'library' : ASIDE.test(name) ? 'aside' : 'source',
    detections: count('detections'),
    playbooks: count('playbooks'),
    exercises: count('exercises'),
    extensions: unique(files.map(({ path }) => extname(path))),
    formats: unique(files.flatMap(({ content }) => content.format ?? [])),
  };
}

/** Bundles, layers and templates are data until somebody names them. */
function holdsSomething({ format, ...content }: FileContent): boolean {
  const { detections, playbooks, exercises, regressions, atomics, decisions = [], visibility = [] } = content;
  const items = [detections, playbooks, exercises, regressions, atomics, decisions, visibility];
  return format !== null && (items.some(({ length }) => length > 0) || format === 'coverbook-threats');
}

function idsOf({ detections, playbooks, exercises }: FileContent): string[] {
  const mappings = [
    ...[...detections, ...playbooks].flatMap((item) => item.mappings),
    ...exercises.flatMap(({ results }) => results.map(({ mapping }) => mapping)),
  ];
  return mappings.flatMap(({ id }) => (id ? [id] : []));
}

function topOf(path: string): string {
  return path.includes('/') ? path.slice(0, path.indexOf('/')) : '';
}

/** `threats/retail.yaml` → `threats/*.yaml` */
function globBeside(path: string): string {
  const folder = dirname(path);
  return `${folder === '.' ? '' : `${folder}/`}*${extname(path)}`;
}

function unique(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
