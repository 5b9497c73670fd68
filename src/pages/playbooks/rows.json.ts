import { allPlaybooks } from '../../site/playbook-table.ts';
import { tableResponse } from '../../site/table-response.ts';

export const GET = (): Response => tableResponse(allPlaybooks());
