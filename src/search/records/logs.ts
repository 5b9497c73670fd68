import { logPath } from '../../output/paths.ts';
import { logSourcesOf } from '../../site/log-sources.ts';
import { count } from '../../site/wording.ts';
import type { RecordBuilder } from '../context.ts';

export const logRecords: RecordBuilder = ({ workspace }) =>
  [...logSourcesOf({ workspace }).values()].map(({ name, slug, detections, platforms }) => ({
    type: 'log',
    path: logPath(slug),
    title: name,
    keys: [name],
    aliases: [],
    line: count(detections.length, 'rule'),
    text: '',
    filters: { platform: platforms },
  }));
