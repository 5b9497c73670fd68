import type { TableData } from '../../tables/table-data.ts';

/** Asks for a table's rows when the browser has nothing else to do, or as soon as somebody wants them. */
export function rowsAt(address: string): { whenWanted: () => Promise<TableData> } {
  let asked: Promise<TableData> | undefined;
  const whenWanted = async (): Promise<TableData> => {
    try {
      return await (asked ??= fetchRows(address));
    } catch (error) {
      // The next who wants them asks again.
      asked = undefined;
      throw error;
    }
  };
  const inIdleTime = (): void => {
    whenWanted().catch(() => undefined);
  };
  // Safari has no idle callbacks.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(inIdleTime, { timeout: 3000 });
  else setTimeout(inIdleTime, 1000);
  return { whenWanted };
}

async function fetchRows(address: string): Promise<TableData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${String(response.status)} ${address}`);
  return (await response.json()) as TableData;
}
