/** A name without what people leave out or write differently: `T1059.001` → `t1059001`, `APT-29` → `apt29`. */
export function bareName(name: string): string {
  return name.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}
