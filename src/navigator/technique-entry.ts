import type { Assessment } from '../coverage/assessment.ts';
import { toldResult } from '../coverage/told.ts';
import { PROVING } from '../coverage/verdict.ts';
import type { Detection } from '../detections/detection.ts';
import { absoluteUrl, detectionPath, playbookPath, techniquePath } from '../output/paths.ts';
import type { Config } from '../workspace/config.ts';
import type { LayerLink, LayerMetadata, LayerTechnique } from './layer.ts';

/** Titles and links in one cell end here: a tooltip is no list of rules, and the technique's page has them all. */
const MOST_SHOWN = 10;

/** Reasons in a cell's comment; the strongest come first. */
const MOST_REASONS = 3;

/** What a layer says of a technique. */
export interface Drawn {
  /** Absent where a number would be a guess. */
  score?: number;
  color?: string;
  /** In place of the reasons for its level. */
  comment?: string;
  /** Before the facts every layer has. */
  metadata?: LayerMetadata[];
  /** The rules this layer is about, in place of all that count. */
  rules?: readonly Detection[];
}

/**
 * One technique in a layer: its score, and the same facts in every layer behind it. No `tactic`: the entry
 * stands under every tactic of the technique, whatever vocabulary the reader's ATT&CK version has.
 */
export function techniqueEntry(
  assessment: Assessment,
  config: Pick<Config, 'site' | 'base'>,
  drawn: Drawn,
): LayerTechnique {
  const rules = shownRules(assessment, drawn.rules);
  const links = linksOf(assessment, rules.shown, config);
  return {
    techniqueID: assessment.technique,
    ...(drawn.score !== undefined && { score: drawn.score }),
    ...(drawn.color !== undefined && { color: drawn.color }),
    comment: drawn.comment ?? assessment.reasons.slice(0, MOST_REASONS).join(' '),
    metadata: [...(drawn.metadata ?? []), ...metadataOf(assessment, rules)],
    ...(links.length > 0 && { links }),
  };
}

function metadataOf(assessment: Assessment, rules: ShownRules): LayerMetadata[] {
  const { level, score, detections, detectionsRolledUp, playbooks, results } = assessment;
  const entries: [name: string, value: string][] = [
    ['Level', level],
    ['Score', `${score} of 100`],
    ['Rules', rulesCount(detections.length, detectionsRolledUp.length)],
    ...titled('Rule', rules.shown, rules.total),
    ...titled('Playbook', playbooks.slice(0, MOST_SHOWN), playbooks.length),
  ];
  const proof = results.find(({ result }) => PROVING.has(result.outcome));
  if (proof) entries.push(['Last proof', toldResult(proof)]);
  const newest = results[0];
  if (newest && newest !== proof) entries.push(['Last exercise', toldResult(newest)]);
  return entries.map(([name, value]) => ({ name, value }));
}

interface ShownRules {
  shown: readonly Detection[];
  total: number;
}

/** The first of the given rules or, without any, of those of exactly this technique and then of its sub-techniques. */
function shownRules(
  { detections, detectionsRolledUp }: Assessment,
  given: readonly Detection[] | undefined,
): ShownRules {
  if (given) return { shown: given.slice(0, MOST_SHOWN), total: given.length };
  const shown = detections.slice(0, MOST_SHOWN);
  for (const detection of detectionsRolledUp) {
    if (shown.length >= MOST_SHOWN) break;
    if (!shown.includes(detection)) shown.push(detection);
  }
  return { shown, total: Math.max(detections.length, detectionsRolledUp.length) };
}

function rulesCount(own: number, rolledUp: number): string {
  return rolledUp === own ? String(own) : `${own}, with sub-techniques ${rolledUp}`;
}

function titled(
  name: string,
  shown: readonly { title: string; key: string }[],
  total: number,
): [string, string][] {
  const titles = shown.map(({ title, key }): [string, string] => [name, title.trim() || key]);
  const rest = total - shown.length;
  return rest > 0 ? [...titles, [name, `and ${rest} more`]] : titles;
}

/** Only absolute URLs: the Navigator opens a link as it stands, from wherever it runs itself. */
function linksOf(
  assessment: Assessment,
  rules: readonly Detection[],
  config: Pick<Config, 'site' | 'base'>,
): LayerLink[] {
  if (config.site === undefined) return [];
  const pages = [
    { label: `Coverage of ${assessment.technique}`, path: techniquePath(assessment.technique) },
    ...rules.map((detection) => ({ label: `Rule: ${detection.title}`, path: detectionPath(detection) })),
    ...assessment.playbooks
      .slice(0, MOST_SHOWN)
      .map((playbook) => ({ label: `Playbook: ${playbook.title}`, path: playbookPath(playbook) })),
  ];
  return pages.flatMap(({ label, path }) => {
    const url = absoluteUrl(config, path);
    return url === undefined ? [] : [{ label, url }];
  });
}
