import { logPath } from '../../output/paths.ts';
import { logSourcesOf } from '../../site/log-sources.ts';
import { count } from '../../site/wording.ts';
import { unique, type RecordBuilder } from '../context.ts';

export const logRecords: RecordBuilder = ({ workspace }) =>
  [...logSourcesOf({ workspace }).values()].map(({ name, slug, detections, platforms }) => ({
    type: 'log',
    path: logPath(slug),
    title: name,
    keys: unique([name, ...name.split(' · ').filter(isTerm)]),
    aliases: [],
    line: count(detections.length, 'rule'),
    text: '',
    filters: { platform: platforms },
  }));

/** Whether a part of a name is one of its own, as `process_creation` is; `windows` is a word of a thousand texts. */
function isTerm(part: string): boolean {
  return part.includes('_');
}
