import type { HLJSApi, Language } from 'highlight.js';

/**
 * Queries of `field: value` terms: Kibana's query language and Lucene's.
 * @see https://www.elastic.co/guide/en/kibana/current/kuery-query.html
 */
export function kuery(hljs: HLJSApi): Language {
  return {
    name: 'Kibana query language',
    aliases: ['lucene'],
    case_insensitive: true,
    keywords: { $pattern: /[a-z]+/, keyword: 'and or not to', literal: 'true false null _exists_' },
    contains: [
      { scope: 'string', begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'attr', match: /(?<![\w@-])[\w@-]+(?:\.[\w@*-]+)*(?=\s*(?::|[<>]=?))/ },
      { scope: 'number', match: /\b\d+(?:\.\d+)?\b/ },
      { scope: 'operator', match: /[<>]=?|:/ },
    ],
  };
}
