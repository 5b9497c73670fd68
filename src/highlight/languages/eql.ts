import type { HLJSApi, Language } from 'highlight.js';

/**
 * Elastic's Event Query Language.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/current/eql-syntax.html
 */
export function eql(hljs: HLJSApi): Language {
  return {
    name: 'EQL',
    keywords: {
      $pattern: /[a-z_]\w*~?/i,
      keyword:
        'sequence sample join by with maxspan runs until where any and or not in in~ like like~ regex regex~ of',
      literal: 'true false null',
    },
    contains: [
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: 'string', begin: /"""/, end: /"""/ },
      { scope: 'string', begin: /"/, end: /"/, illegal: /\n/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'string', begin: /`/, end: /`/, illegal: /\n/ },
      { scope: 'type', match: /\b[a-z_]\w*(?=\s+where\b)/ },
      { scope: 'built_in', match: /\b(?!(?:in|like|regex|by|and|or|not|where|with|of)\b)[a-z_]\w*~?(?=\()/i },
      { scope: 'attr', match: /\??\b[a-z_@][\w@]*(?:\.[\w@-]+)+/i },
      { scope: 'number', match: /\b\d+(?:\.\d+)?(?:ms|s|m|h|d)?\b/ },
      { scope: 'operator', match: /[=!<>]=|[|:<>]/ },
    ],
  };
}
