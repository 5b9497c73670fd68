import type { HLJSApi, Language } from 'highlight.js';

/**
 * A rule of Suricata: action, protocol, addresses and ports, then options in brackets.
 * @see https://docs.suricata.io/en/latest/rules/intro.html
 */
export function suricata(hljs: HLJSApi): Language {
  return {
    name: 'Suricata',
    contains: [
      { scope: 'comment', begin: /^[^\S\n]*#/, end: /$/ },
      { scope: 'keyword', match: /^[^\S\n]*(?:alert|config|drop|pass|reject(?:src|dst|both)?)\b/ },
      { scope: 'string', begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'variable', match: /\$\w+/ },
      { scope: 'attr', match: /(?<![\w.-])[a-z][\w.-]*(?=:)/ },
      { scope: 'number', match: /\b\d+(?:\.\d+)*\b/ },
      { scope: 'operator', match: /->|<>|=>|!/ },
    ],
  };
}
