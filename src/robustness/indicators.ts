/** Indicators of compromise by their form, in free text. */

const HASH = /(?:^|[^0-9a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64})(?![0-9a-f])/;
const IPV4 = /(?<![\d.])(\d{1,3})\.(\d{1,3})\.\d{1,3}\.\d{1,3}(?![\d.]|\/?\w)/;
const TOP_LEVEL =
  'com|net|org|io|ru|cn|info|biz|xyz|top|me|st|at|nz|ee|co|in|de|uk|eu|us|onion|dev|app|pw|cc|tk|site|online|club|gg|to|cloud|ai|ly|fm|su|kr|jp|fr|nl|ch|br|tv|ws|link|live|tech|space|website|icu|ga|ml|gq|cf|gov|edu|mil';
const DOMAIN = new RegExp(
  `(?:^|[^\\w.-])\\.?(?!system\\b|asp\\b|vb\\b)(?:[a-z0-9_-]{1,63}\\.)+(?:${TOP_LEVEL})(?![\\w.-]*\\w|\\()`,
);
const ADDRESS = /[a-z][\w+.-]{0,30}:\/\/(?!\*)[\w-]+(?:\.[\w-]+)+/;

export type Indicator = 'hash' | 'import-hash' | 'ip' | 'domain';

/** The indicator a lower-case text holds, the weakest first. Private and loopback addresses are none. */
export function indicatorIn(text: string): Indicator | undefined {
  if (text.length >= 32 && HASH.test(text)) return text.includes('imphash') ? 'import-hash' : 'hash';
  const ip = IPV4.exec(text);
  if (ip && !isPrivate(Number(ip[1]), Number(ip[2]))) return 'ip';
  if (!text.includes('.')) return undefined;
  return (text.includes('://') && ADDRESS.test(text)) || DOMAIN.test(text) ? 'domain' : undefined;
}

/** RFC 1918, RFC 3927 and loopback. Every number below 256 is needed for an address; anything else is a version. */
function isPrivate(first: number, second: number): boolean {
  return (
    first === 0 ||
    first === 10 ||
    first === 127 ||
    first > 255 ||
    (first === 192 && second === 168) ||
    (first === 172 && second >= 16 && second < 32) ||
    (first === 169 && second === 254)
  );
}

/** An address or a range of one: whether it lies outside of private space. */
export function isPublicAddress(value: string): boolean {
  const [, first, second] = /^(\d{1,3})\.(\d{1,3})\./.exec(value) ?? [];
  if (first !== undefined) return !isPrivate(Number(first), Number(second));
  return !/^(?:::1?$|::1\/|fe[89ab]|f[cd]|localhost)/.test(value) && /[0-9a-z]/.test(value);
}
