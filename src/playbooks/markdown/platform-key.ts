/** What a platform is called in an address: `Microsoft Defender XDR` → `microsoft-defender-xdr`, `ES|QL` → `es-ql`. */
export function platformKey(label: string): string {
  return label
    .toLowerCase()
    .replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-')
    .replaceAll(/^-|-$/g, '');
}
