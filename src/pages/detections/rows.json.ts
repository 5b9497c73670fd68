import { allDetections } from '../../site/detection-table.ts';
import { tableResponse } from '../../site/table-response.ts';

export const GET = (): Response => tableResponse(allDetections());
