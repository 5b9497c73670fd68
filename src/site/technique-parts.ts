/** `T1059.001` → `{ id: 'T1059', sub: '001' }`, as the addresses of pages have it. */
export function partsOf(technique: string): { id: string; sub: string } {
  const [id = '', sub = ''] = technique.split('.');
  return { id, sub };
}
