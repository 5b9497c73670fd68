import type { Playbook, PlaybookRun } from '../../playbooks/playbook.ts';
import type { Difference } from '../difference.ts';
import { listDifference } from '../differences/list.ts';
import { valueDifference } from '../differences/value.ts';
import { shownTechniques } from '../shown-techniques.ts';

/**
 * How the front matter of a hunt differs, by field, what it maps first.
 *
 * @param fileOf Where a playbook lies, for people.
 */
export function fieldDifferences(
  before: Playbook,
  after: Playbook,
  fileOf: (playbook: Playbook) => string,
): Difference[] {
  const tactics = (playbook: Playbook): string[] =>
    playbook.tactics.map(({ shortname, written }) => shortname ?? written);
  return [
    ...listDifference('techniques', shownTechniques(before), shownTechniques(after)),
    ...listDifference('tactics', tactics(before), tactics(after)),
    ...listDifference('actors', before.actors, after.actors),
    ...valueDifference('status', before.status, after.status),
    ...valueDifference('current', currentWords(before), currentWords(after)),
    ...listDifference('detections', before.detections, after.detections),
    ...valueDifference('severity', before.severity, after.severity),
    ...listDifference('platforms', before.platforms, after.platforms),
    ...listDifference('data sources', before.dataSources, after.dataSources),
    ...listDifference('runs', before.runs.map(runWords), after.runs.map(runWords)),
    ...valueDifference('cadence', daysWords(before.cadence), daysWords(after.cadence)),
    ...valueDifference('reviewed', before.reviewed, after.reviewed),
    ...valueDifference('created', before.created, after.created),
    ...valueDifference('title', before.title, after.title),
    ...valueDifference('id', before.id, after.id),
    ...valueDifference('owner', before.owner, after.owner),
    ...listDifference('authors', before.authors, after.authors),
    ...listDifference('references', before.references, after.references),
    ...valueDifference('file', fileOf(before), fileOf(after)),
  ];
}

function currentWords({ current, currentNot }: Playbook): string {
  return current ? 'yes' : `no: ${currentNot ?? 'it says so'}`;
}

/** `2026-05-31: findings (2)` */
function runWords({ date, outcome, findings, notes }: PlaybookRun): string {
  const words = `${date}: ${outcome.replaceAll('-', ' ')}${findings > 0 ? ` (${findings})` : ''}`;
  return notes === undefined ? words : `${words}, ${notes}`;
}

function daysWords(days: number | undefined): string | undefined {
  return days === undefined ? undefined : `${days} days`;
}
