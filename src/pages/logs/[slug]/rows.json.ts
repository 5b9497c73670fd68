import { logPath } from '../../../output/paths.ts';
import { logSources, type LogSource } from '../../../site/log-sources.ts';
import { rulesOfLog } from '../../../site/log-table.ts';
import { isKept } from '../../../site/model.ts';
import { tableResponse } from '../../../site/table-response.ts';

export function getStaticPaths(): { params: { slug: string }; props: { log: LogSource } }[] {
  return [...logSources().values()]
    .filter(({ slug }) => !isKept(`${logPath(slug)}rows.json`))
    .map((log) => ({ params: { slug: log.slug }, props: { log } }));
}

export const GET = ({ props }: { props: { log: LogSource } }): Response =>
  tableResponse(rulesOfLog(props.log));
