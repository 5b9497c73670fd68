import type { TableData } from '../tables/table-data.ts';

/** The data of a table as the JSON file its page asks for. */
export function tableResponse(data: TableData): Response {
  return new Response(JSON.stringify(data), { headers: { 'Content-Type': 'application/json' } });
}
