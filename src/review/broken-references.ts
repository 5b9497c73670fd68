import type { BrokenReference } from './playbook-change.ts';
import type { ReviewFinding } from './review.ts';

/** Checks of what a playbook refers to. */
const REFERENCES: ReadonlySet<string> = new Set([
  'playbook/unknown-detection',
  'playbook/unknown-actor',
  'playbook/broken-link',
  'item/unknown-id',
]);

/** References of playbooks that are newly broken, by key of the playbook. */
export function brokenReferences(findings: readonly ReviewFinding[]): Map<string, BrokenReference[]> {
  const broken = new Map<string, BrokenReference[]>();
  for (const { rule, item, message, source, path, file, range } of findings) {
    if (item === undefined || !REFERENCES.has(rule)) continue;
    const written = /`([^`]*)`/.exec(message)?.[1] ?? '';
    const place = { source, path, ...(file !== undefined && { file }), ...(range && { line: range.line }) };
    broken.set(item, [...(broken.get(item) ?? []), { ...place, written, why: message }]);
  }
  return broken;
}
