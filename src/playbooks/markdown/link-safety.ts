/** What a link of a text is, once browsers' leniency is taken into account. */
export type LinkKind = 'external' | 'fragment' | 'relative' | 'unsafe';

const SCHEME = /^([a-z][a-z0-9+.-]*):/i;

/**
 * Browsers skip control characters and blanks in addresses and take `\` for `/`; what is judged here is what
 * they would follow. Protocol-relative addresses are unsafe: they hide where they lead.
 */
export function linkKind(href: string): LinkKind {
  const followed = href.replaceAll(/[\u0000-\u0020]/g, '').replaceAll('\\', '/');
  if (followed.startsWith('//')) return 'unsafe';
  const scheme = SCHEME.exec(followed)?.[1]?.toLowerCase();
  if (scheme !== undefined) return ['http', 'https', 'mailto'].includes(scheme) ? 'external' : 'unsafe';
  return followed.startsWith('#') ? 'fragment' : 'relative';
}
