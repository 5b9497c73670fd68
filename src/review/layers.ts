import { domainId, domainName, type Domain } from '../attack/domain.ts';
import { byCodeUnit } from '../attack/order.ts';
import { capital } from '../documents/text.ts';
import { visible } from '../escape/visible.ts';
import { CHANGE_CATEGORIES, CHANGE_SCALE, NO_CHANGE, type ChangeStep } from '../navigator/change-scale.ts';
import { majorOf, SETTINGS } from '../navigator/frame.ts';
import type { Layer, LayerMetadata, LayerTechnique } from '../navigator/layer.ts';
import type { CoverageChange, CoverageChangeKind } from './coverage-change.ts';
import type { Review } from './review.ts';
import { pageUrl } from './told/addresses.ts';
import { footLines } from './told/foot.ts';
import { KIND_WORDS, parentClause, stepsOf } from './told/words.ts';

/** Causes in one cell. */
const MOST_CAUSES = 5;

/** Proof that is lost and a last rule that is left are less than there was; proof that came is more. */
const STEPS: Record<CoverageChangeKind, ChangeStep> = {
  lost: 'lost',
  'proof-lost': 'lowered',
  reduced: 'lowered',
  lowered: 'lowered',
  gained: 'gained',
  proven: 'raised',
  raised: 'raised',
};

/**
 * What edits change, as a Navigator layer for each domain they change something in; without any, an empty one of the
 * first domain. What a new ATT&CK version does by itself is in none.
 */
export function reviewLayers(review: Review): { domain: Domain; layer: Layer }[] {
  const { lost, gained, changed, attack } = review;
  const byDomain = Map.groupBy([...lost, ...gained, ...changed], ({ domain }) => domain);
  const touched = attack.filter(({ domain }) => byDomain.has(domain));
  return (touched.length > 0 ? touched : attack.slice(0, 1)).map(({ domain, version }) => ({
    domain,
    layer: layerOf(review, domain, version, byDomain.get(domain) ?? []),
  }));
}

function layerOf(review: Review, domain: Domain, version: string, changes: readonly CoverageChange[]): Layer {
  const attack = `ATT&CK ${domainName(domain)} ${version}`;
  const page = pageUrl(review, `matrix/${domain}/`);
  return {
    name: visible(`What the change does to coverage · ${review.title}`),
    versions: { attack: majorOf(version), navigator: '5.1.0', layer: '4.5' },
    domain: domainId(domain),
    description: visible(
      `${review.verdict}. A score of ${NO_CHANGE} would be no change, ${NO_CHANGE + 30} is 30 more than before. ${footLines(review).join(' ')}`,
    ),
    techniques: changes
      .map((change) => entryOf(change, review))
      .sort((a, b) => byCodeUnit(a.techniqueID, b.techniqueID)),
    gradient: CHANGE_SCALE.gradient,
    legendItems: CHANGE_SCALE.legendItems,
    metadata: [
      { name: 'Base', value: review.base.commit },
      ...(review.head.commit === undefined ? [] : [{ name: 'Head', value: review.head.commit }]),
      { name: 'ATT&CK', value: attack },
      ...review.notes.map((note) => ({ name: 'Note', value: visible(note) })),
    ],
    links: page === undefined ? [] : [{ label: visible(`Matrix of ${review.title}`), url: page }],
    ...SETTINGS,
  };
}

function entryOf(change: CoverageChange, review: Pick<Review, 'site'>): LayerTechnique {
  const { technique, kind, before, after, causes, page } = change;
  const { color } = CHANGE_CATEGORIES[STEPS[kind]];
  const { level, score, rules } = stepsOf(change);
  const word = KIND_WORDS[kind];
  const parent = parentClause(change);
  const why = causes.slice(0, MOST_CAUSES).map(({ text }) => visible(text));
  const rest = causes.length - why.length;
  const url = pageUrl(review, page);
  const facts: LayerMetadata[] = [
    { name: 'Level', value: level },
    { name: 'Score', value: score },
    { name: 'Rules', value: rules },
    ...why.map((value) => ({ name: 'Why', value })),
    ...(rest > 0 ? [{ name: 'Why', value: `and ${rest} more` }] : []),
  ];
  return {
    techniqueID: technique,
    score: NO_CHANGE + after.score - before.score,
    color,
    comment: [`${capital(word)}: ${why[0] ?? ''}.`, ...(parent === undefined ? [] : [`${parent}.`])].join(
      ' ',
    ),
    metadata: facts,
    ...(url !== undefined && { links: [{ label: `Coverage of ${technique}`, url }] }),
  };
}
