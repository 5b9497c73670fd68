import type { Playbook, PlaybookQuery } from '../../playbooks/playbook.ts';
import type { Difference } from '../difference.ts';
import { textDifference } from '../differences/text.ts';

/**
 * How the queries of a hunt differ, line by line. Those that stayed are left out; of the others, one of the same
 * platform and language is the same query at another state.
 */
export function queryDifferences(before: Playbook, after: Playbook): Difference[] {
  const left = new Set(before.queries);
  const take = (isIt: (query: PlaybookQuery) => boolean): PlaybookQuery | undefined => {
    const found = [...left].find(isIt);
    if (found) left.delete(found);
    return found;
  };
  const changed = after.queries.filter(
    (query) => !take((other) => nameOf(other) === nameOf(query) && other.text === query.text),
  );
  return [
    ...changed.flatMap((query) => {
      const old = take((other) => nameOf(other) === nameOf(query));
      return textDifference(nameOf(query), 'lines', old?.text, query.text);
    }),
    ...[...left].flatMap((query) => textDifference(nameOf(query), 'lines', query.text, undefined)),
  ];
}

/** `Microsoft Defender · kql` */
function nameOf({ platform, language }: PlaybookQuery): string {
  return platform === undefined ? language : `${platform} · ${language}`;
}
