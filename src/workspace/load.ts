import { loadKnowledge } from '../attack/load.ts';
import { decodeText } from '../documents/decode.ts';
import { openSources } from '../sources/open-all.ts';
import type { FileHistory, Source } from '../sources/source.ts';
import { assemble } from './assemble.ts';
import { openContentCache } from './content-cache.ts';
import type { Config } from './config.ts';
import { locateFindings, type LocatableSource } from './locate-findings.ts';
import { mappingContext } from './mapping-context.ts';
import type { PendingFinding } from './pending-finding.ts';
import { readContents, type ReadFile } from './read-content.ts';
import { readerVersion } from './reader-version.ts';
import { sourceSpecs } from './source-specs.ts';
import type { Workspace } from './workspace.ts';

export interface LoadOptions {
  /** Clones, parsed content and rendered HTML are kept here. */
  cacheDir: string;
  /** False parses everything anew. */
  useCache: boolean;
  /** Where imported ATT&CK versions are kept. */
  attackDir: string;
  /** Whether to read each file's dates and commit count from the log. */
  history: boolean;
  /** ISO date; wins over the config's. */
  now?: string;
  /** Looks at the whole workspace, and says how much each finding matters. Without it findings are those of reading. */
  lint?: Lint;
  onProgress?: (text: string) => void;
  /** Told of parts of an ATT&CK bundle that could not be read. */
  onWarning?: (text: string) => void;
}

/** Gives all findings of a workspace, those of reading among them. */
export type Lint = (
  workspace: Omit<Workspace, 'findings'>,
  pending: readonly PendingFinding[],
) => readonly PendingFinding[];

/** A workspace, and the way back to the texts its items were read from. */
export interface LoadedWorkspace {
  workspace: Workspace;
  /** Each source with what its files hold. */
  read: readonly { source: Source; contents: readonly ReadFile[] }[];
  /** Text of every file that holds an item, by `<source>:<path>`. */
  readTexts: () => Promise<Map<string, string>>;
}

/**
 * Reads a config's sources into one workspace.
 *
 * @throws SourceError when a source cannot be opened, AttackError when a knowledge base cannot.
 */
export async function loadWorkspace(config: Config, options: LoadOptions): Promise<LoadedWorkspace> {
  const { cacheDir } = options;
  const onProgress = (text: string): void => options.onProgress?.(text);
  const specs = sourceSpecs(config);
  // Git is at work while ATT&CK and the caches are read.
  const opening = openSources(specs, { cacheDir, onProgress });
  const [knowledge, sources] = await Promise.all([
    loadKnowledge(config.attack, config.root, {
      imported: options.attackDir,
      cache: cacheDir,
      onWarning: options.onWarning,
    }),
    opening,
  ]);
  const context = mappingContext(knowledge);
  const version = readerVersion();
  const opened = sources.map((source) => ({
    source,
    cache: openContentCache(options.useCache ? cacheDir : undefined, source.spec, version),
  }));
  const contents = await readContents(opened);
  const read = opened.map((one, index): LocatableSource => ({ ...one, contents: contents[index] ?? [] }));
  onProgress('Resolving mappings');
  const placed = await Promise.all(
    read.map(async ({ source, contents }) => ({
      source,
      contents,
      history:
        options.history || (source.spec.role === 'deployed' && contents.some(isUndated))
          ? await source.history()
          : new Map<string, FileHistory>(),
    })),
  );
  const { workspace, pending } = assemble({ config, knowledge, context, sources: placed, now: options.now });
  const settled = options.lint ? options.lint(workspace, pending) : pending;
  const findings = await locateFindings(settled, read, config.file);
  for (const { cache } of read) cache.save();
  return { workspace: { ...workspace, findings }, read, readTexts: () => readTexts(read) };
}

/** Holds something that states no date of its own: only the log can say how fresh it is. */
function isUndated({ content }: ReadFile): boolean {
  return (
    content.detections.some(({ modified }) => modified === undefined) ||
    content.playbooks.some(
      ({ created, reviewed, runs }) => created === undefined && reviewed === undefined && runs.length === 0,
    )
  );
}

async function readTexts(read: readonly LocatableSource[]): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { source, contents } of read) {
    const files = contents
      .filter(
        ({ content }) => content.detections.length + content.playbooks.length + content.exercises.length > 0,
      )
      .map(({ file }) => file);
    for await (const { file, bytes } of source.read(files)) {
      texts.set(`${source.spec.name}:${file.path}`, decodeText(bytes));
    }
  }
  return texts;
}
