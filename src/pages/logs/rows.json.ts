import { logTable } from '../../site/log-table.ts';
import { tableResponse } from '../../site/table-response.ts';

export const GET = (): Response => tableResponse(logTable());
