import type { HLJSApi, Language } from 'highlight.js';

/**
 * Kusto Query Language, as hunts in Microsoft Defender, Sentinel and Azure Data Explorer use it.
 * @see https://learn.microsoft.com/kusto/query/
 */
export function kql(hljs: HLJSApi): Language {
  return {
    name: 'KQL',
    aliases: ['kusto', 'csl'],
    keywords: {
      $pattern: /!?[a-z_][\w-]*~?/i,
      keyword: [
        'and or not in in~ !in !in~ has !has has_cs has_any has_all hasprefix hassuffix contains !contains contains_cs',
        'startswith !startswith startswith_cs endswith !endswith endswith_cs matches regex between !between',
        'let set declare union where filter project project-away project-keep project-rename project-reorder extend',
        'summarize by join lookup kind on distinct take limit top top-nested order sort asc desc count parse parse-where',
        'parse-kv mv-expand mv-apply make-series make-graph graph-match evaluate invoke render print datatable',
        'externaldata range search find sample sample-distinct serialize scan partition fork facet as with to from step',
        'materialize of consume getschema reduce',
      ].join(' '),
      type: 'bool datetime decimal dynamic guid int long real string timespan',
      literal:
        'true false null inner innerunique leftouter rightouter fullouter leftanti leftsemi rightanti rightsemi',
    },
    contains: [
      hljs.C_LINE_COMMENT_MODE,
      {
        scope: 'string',
        variants: [
          { begin: /[hH]?@"/, end: /"/ },
          { begin: /[hH]?@'/, end: /'/ },
          { begin: /```/, end: /```/ },
          { begin: /[hH]?"/, end: /"/, illegal: /\n/, contains: [hljs.BACKSLASH_ESCAPE] },
          { begin: /[hH]?'/, end: /'/, illegal: /\n/, contains: [hljs.BACKSLASH_ESCAPE] },
        ],
      },
      { scope: 'number', match: /\b\d+(?:\.\d+)?(?:d|h|m|s|ms|microseconds?|ticks?)?\b/ },
      {
        scope: 'built_in',
        match: /\b(?!(?:in|has_any|has_all|between|where|and|or|not|by|on|datatable)\b)[a-z_]\w*(?=\()/i,
      },
      { scope: 'operator', match: /=~|!~|[=!<>]=|[|<>]/ },
    ],
  };
}
