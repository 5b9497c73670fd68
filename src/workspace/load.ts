import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { loadKnowledge } from '../attack/load.ts';
import { decodeText } from '../documents/decode.ts';
import { openSources } from '../sources/open-all.ts';
import type { Source } from '../sources/source.ts';
import { openContentCache, type ContentCache } from './content-cache.ts';
import type { Config } from './config.ts';
import { locateFindings, type LocatableSource } from './locate-findings.ts';
import { mappingContext } from './mapping-context.ts';
import type { PendingFinding } from './pending-finding.ts';
import { readContents, type ReadFile } from './read-content.ts';
import { readerVersion } from './reader-version.ts';
import { sourceSpecs } from './source-specs.ts';
import { timed } from '../timing/timed.ts';
import { withDates } from './with-dates.ts';
import type { Workspace } from './workspace.ts';

export interface OpenInputsOptions {
  /** Clones, parsed content and rendered HTML are kept here. */
  cacheDir: string;
  /** False parses everything anew. */
  useCache: boolean;
  /** Where imported ATT&CK versions are kept. */
  attackDir: string;
  onProgress?: ((text: string) => void) | undefined;
  /** Told of parts of an ATT&CK bundle that could not be read, and of a remote that could not. */
  onWarning?: ((text: string) => void) | undefined;
}

export interface ReadInputsOptions {
  /** Whether to read each file's dates and commit count from the log. */
  history: boolean;
  /** ISO date; wins over the config's. */
  now?: string;
  /**
   * Loads what looks at the whole workspace, and says how much each finding matters. Without it findings are those of
   * reading.
   */
  lint?: () => Promise<Lint>;
  /** Loads the modules the caller goes on with: called when sources are being read, while Git and threads are at work. */
  meanwhile?: () => Promise<unknown>;
  onProgress?: ((text: string) => void) | undefined;
}

export type LoadOptions = OpenInputsOptions & ReadInputsOptions;

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
  /** Texts of files, asked for and given by `<source>:<path>`. */
  readTexts: (wanted: ReadonlySet<string>) => Promise<Map<string, string>>;
}

/** Sources that are opened and the ATT&CK they are read with: what a workspace says is settled, and no file is read. */
export interface Inputs {
  config: Config;
  knowledge: ReadonlyMap<Domain, KnowledgeBase>;
  opened: readonly { source: Source; cache: ContentCache }[];
}

/**
 * Reads a config's sources into one workspace.
 *
 * @throws SourceError when a source cannot be opened, AttackError when a knowledge base cannot.
 */
export async function loadWorkspace(config: Config, options: LoadOptions): Promise<LoadedWorkspace> {
  return await readInputs(await openInputs(config, options), options);
}

/** The first half of {@link loadWorkspace}; throws as it does. */
export async function openInputs(config: Config, options: OpenInputsOptions): Promise<Inputs> {
  const { cacheDir, onProgress, onWarning } = options;
  const version = readerVersion();
  const specs = sourceSpecs(config);
  // Git is at work while the caches and ATT&CK are read.
  const opening = timed('list the files', () => openSources(specs, { cacheDir, onProgress, onWarning }));
  const caches = specs.map((spec) =>
    openContentCache(options.useCache ? cacheDir : undefined, spec, version),
  );
  const [knowledge, sources] = await Promise.all([
    loadKnowledge(config.attack, config.root, {
      imported: options.attackDir,
      cache: cacheDir,
      onWarning,
    }),
    opening,
  ]);
  const opened = caches.flatMap((cache, index) => {
    const source = sources[index];
    return source ? [{ source, cache }] : [];
  });
  return { config, knowledge, opened };
}

/** The second half of {@link loadWorkspace}: reads the files. */
export async function readInputs(
  { config, knowledge, opened }: Inputs,
  options: ReadInputsOptions,
): Promise<LoadedWorkspace> {
  const dated = opened.map((one) => withDates(one, options.history));
  const [contents, { assemble }, lint] = await Promise.all([
    timed('read the files', () => readContents(dated)),
    import('./assemble.ts'),
    options.lint?.(),
    options.meanwhile?.(),
  ]);
  for (const { cache } of opened) cache.saveContents();
  const read = opened.map((one, index): LocatableSource => ({ ...one, contents: contents[index] ?? [] }));
  options.onProgress?.('Resolving mappings');
  const placed = await Promise.all(
    dated.map(async ({ source, history }, index) => ({
      source,
      contents: contents[index] ?? [],
      history: await history(),
    })),
  );
  const context = mappingContext(knowledge);
  const { workspace, pending } = timed('assemble', () =>
    assemble({ config, knowledge, context, sources: placed, now: options.now }),
  );
  const settled = timed('lint', () => (lint ? lint(workspace, pending) : pending));
  const findings = await timed('locate findings', () => locateFindings(settled, read, config.file));
  timed('keep what was read', () => {
    for (const { cache } of read) cache.save();
  });
  return { workspace: { ...workspace, findings }, read, readTexts: (wanted) => readTexts(read, wanted) };
}

async function readTexts(
  read: readonly LocatableSource[],
  wanted: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const texts = new Map<string, string>();
  for (const { source } of read) {
    const files = source.files.filter(({ path }) => wanted.has(`${source.spec.name}:${path}`));
    for await (const { file, bytes } of source.read(files)) {
      texts.set(`${source.spec.name}:${file.path}`, decodeText(bytes));
    }
  }
  return texts;
}
