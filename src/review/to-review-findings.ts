import type { Finding } from '../findings/finding.ts';
import { pageOf } from './item-changes.ts';
import type { PlacedSide } from './comparison.ts';
import type { KnownFinding } from './new-findings.ts';
import type { ReviewFinding } from './review.ts';

const ORDER = ['error', 'warning', 'note'] as const;

/**
 * New findings as a review tells them, errors first.
 *
 * @param located The same with their lines, in any order.
 */
export function toReviewFindings(
  known: readonly KnownFinding[],
  located: readonly Finding[],
  { workspace, placeOf }: PlacedSide,
): ReviewFinding[] {
  const items = [...workspace.detections, ...workspace.playbooks, ...workspace.exercises];
  const pages = new Map(items.map((item) => [item.key, pageOf(item)]));
  const left = Map.groupBy(known, ({ pending }) => nameOf(pending.finding));
  const findings = located.flatMap((finding): ReviewFinding[] => {
    const fingerprint = left.get(nameOf(finding))?.shift()?.fingerprint;
    if (fingerprint === undefined) return [];
    const { file } = placeOf(finding.source, finding.path);
    const page = finding.item === undefined ? undefined : pages.get(finding.item);
    return [
      { ...finding, ...(file !== undefined && { file }), ...(page !== undefined && { page }), fingerprint },
    ];
  });
  return findings.sort((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity));
}

function nameOf({ rule, source, path, message, item }: Finding): string {
  return JSON.stringify([rule, source, path, message, item]);
}
