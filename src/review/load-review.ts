import { dirname } from 'node:path';
import { AttackError } from '../attack/attack-error.ts';
import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { loadKnowledge } from '../attack/load.ts';
import { checkRuleIds } from '../lint/check-rule-ids.ts';
import { absoluteUrl } from '../output/paths.ts';
import type { Commit } from '../sources/ref.ts';
import { listRenames } from '../sources/renames.ts';
import type { Config } from '../workspace/config.ts';
import { locateFindings } from '../workspace/locate-findings.ts';
import { mappingContext } from '../workspace/mapping-context.ts';
import { compare } from './compare.ts';
import { configDifferences } from './compare-configs.ts';
import type { PlacedSide } from './comparison.ts';
import type { Review, ReviewSide } from './review.ts';
import { placesOf } from './sides/place-of.ts';
import { assessSide, type Side } from './sides/read-side.ts';
import { readSides } from './sides/read-sides.ts';
import { resolveRefs, type RefsAsked } from './sides/refs.ts';
import { reviewedRepository } from './sides/repository.ts';
import { baseConfig, headConfig, type SideConfig } from './sides/side-config.ts';

export interface ReviewOptions extends RefsAsked {
  /** Absolute path of the config. */
  config: string;
  /** Version of this program. */
  version: string;
  /** Clones and parsed content are kept here. */
  cacheDir: string;
  /** False parses everything anew. */
  useCache: boolean;
  /** Where imported ATT&CK versions are kept. */
  attackDir: string;
  /** ISO date; wins over the config's. */
  now?: string;
  /** ISO date that stands for the newest commit's where neither `now` nor the config says what day it is. */
  sourceDate?: string;
  onProgress?: (text: string) => void;
  /** Told of parts of an ATT&CK bundle that could not be read. */
  onWarning?: (text: string) => void;
}

/** How a parent comes by its level, as `coverage` has it. */
const ROLL_UP =
  'A technique is claimed where one of its sub-techniques is, and tested or proven only where all of them are; nothing flows from a technique to its sub-techniques.';

/** A review with the two states it compares. */
export interface ComparedStates {
  review: Review;
  base: PlacedSide;
  head: PlacedSide;
}

/**
 * Compares two states of the repository that holds a config.
 *
 * @throws SourceError for a ref or a source that cannot be read, ConfigError for a config of the head that is wrong,
 * AttackError for a knowledge base that is not there.
 */
export async function compareStates(options: ReviewOptions): Promise<ComparedStates> {
  const { cacheDir, onProgress, onWarning } = options;
  const repository = await reviewedRepository(dirname(options.config));
  const refs = await resolveRefs(repository, options);
  const headCommit = options.head === undefined ? undefined : refs.head;
  const head = await headConfig(repository, options.config, headCommit?.id);
  await checkRuleIds(head.config);
  const base = await baseConfig(repository, refs.base.id, {
    config: head.config,
    ...(headCommit && { commit: headCommit.id }),
  });
  const renames = listRenames(repository.gitDir, refs.base.id, headCommit?.id);
  const knowledge = await openKnowledge(head.config, options);
  const own = await ownKnowledge(base.config, head.config, options);
  const read = await readSides({
    repository,
    cacheDir,
    useCache: options.useCache,
    base: { config: base.config, commit: refs.base },
    head: { config: head.config, ...(headCommit && { commit: headCommit }) },
    onProgress,
    onWarning,
  });
  onProgress?.('Comparing');
  const context = mappingContext(knowledge);
  const now = options.now ?? head.config.now ?? options.sourceDate;
  const after = assessSide(head.config, context, read.head, now);
  const today = after.workspace.now;
  // A check the head asks for is asked of the base as well: what it finds there was so before.
  const baseSettings = { ...base.config, attack: head.config.attack, lint: head.config.lint };
  const before = assessSide(baseSettings, context, read.base, today);
  const ownVersion =
    own.knowledge && assessSide(base.config, mappingContext(own.knowledge), read.base, today);
  const states = { base: placed(before, 'base', base), head: placed(after, 'head', head) };
  const compared = await compare(
    { ...states, renamed: await renames },
    {
      config: configDifferences(base.config, head.config),
      ...(ownVersion && {
        ownVersion: { coverage: ownVersion.coverage, knowledge: ownVersion.workspace.knowledge },
      }),
      locate: (pending) => locateFindings(pending, read.head, head.config.file),
    },
  );
  for (const { cache } of [...read.head, ...read.base]) cache.save();
  const site = absoluteUrl(head.config, '');
  const review: Review = {
    schemaVersion: 1,
    tool: { name: 'coverbook', version: options.version },
    title: head.config.title,
    ...(site !== undefined && { site }),
    base: {
      ref: refs.ref,
      commit: refs.base.id,
      ...sideOf(refs.base, base),
      askedBy: options.askedBy,
      ...(refs.tip.id !== refs.base.id && { tip: refs.tip.id }),
    },
    head: { ...(options.head !== undefined && { ref: options.head }), ...sideOf(refs.head, head) },
    now: today,
    attack: [...knowledge].map(([domain, { version }]) => {
      const was = own.knowledge?.get(domain)?.version;
      return { domain, version, ...(was !== undefined && was !== version && { before: was }) };
    }),
    rollUp: ROLL_UP,
    ...compared,
    notes: [...head.notes, ...base.notes, ...own.notes, ...read.notes, ...compared.notes],
  };
  return { review, ...states };
}

function placed(side: Side, name: PlacedSide['side'], { path }: SideConfig): PlacedSide {
  return { ...side, side: name, placeOf: placesOf(side, path) };
}

function sideOf({ id, date }: Commit, { path }: SideConfig): Omit<ReviewSide, 'ref'> {
  return { commit: id, date: date.slice(0, 10), ...(path !== undefined && { config: path }) };
}

function openKnowledge(
  config: Config,
  { attackDir, cacheDir, onWarning }: ReviewOptions,
): Promise<Map<Domain, KnowledgeBase>> {
  return loadKnowledge(config.attack, config.root, { imported: attackDir, cache: cacheDir, onWarning });
}

/** The base's own version of ATT&CK, where its config asks for another than the head's. */
async function ownKnowledge(
  base: Config,
  head: Config,
  options: ReviewOptions,
): Promise<{ knowledge?: Map<Domain, KnowledgeBase>; notes: string[] }> {
  if (JSON.stringify(base.attack) === JSON.stringify(head.attack)) return { notes: [] };
  try {
    return { knowledge: await openKnowledge(base, options), notes: [] };
  } catch (error) {
    if (!(error instanceof AttackError)) throw error;
    const note = `What the new ATT&CK version alone changes cannot be told: ${error.message}`;
    return { notes: [note] };
  }
}
