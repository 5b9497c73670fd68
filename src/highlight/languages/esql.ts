import type { HLJSApi, Language } from 'highlight.js';

/**
 * Elasticsearch's piped query language, ES|QL.
 * @see https://www.elastic.co/guide/en/elasticsearch/reference/current/esql-language.html
 */
export function esql(hljs: HLJSApi): Language {
  return {
    name: 'ES|QL',
    aliases: ['es|ql', 'es-ql'],
    case_insensitive: true,
    keywords: {
      $pattern: /[a-z_]\w*/,
      keyword: [
        'from row show where eval stats inlinestats by keep drop sort limit rename dissect grok enrich lookup join',
        'mv_expand change_point completion fork fuse rerank sample metadata on as with and or not in is like rlike',
        'asc desc nulls first last',
      ].join(' '),
      literal: 'true false null',
    },
    contains: [
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: 'string', begin: /"""/, end: /"""/ },
      { scope: 'string', begin: /"/, end: /"/, illegal: /\n/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'string', begin: /`/, end: /`/, illegal: /\n/ },
      { scope: 'built_in', match: /\b(?!(?:in|like|rlike|by|and|or|not|where|on)\b)[a-z_]\w*(?=\()/ },
      { scope: 'attr', match: /(?<![\w@])[a-z_@][\w@]*(?:\.[\w@-]+)+|@timestamp\b/ },
      { scope: 'number', match: /\b\d+(?:\.\d+)?\b/ },
      { scope: 'operator', match: /[=!<>]=|=~|[|=<>]/ },
    ],
  };
}
