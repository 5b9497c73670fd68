import { rulesOrGroups } from '../../site/rules-or-groups.ts';
import { tableResponse } from '../../site/table-response.ts';

export const GET = (): Response => tableResponse(rulesOrGroups());
