import type { HLJSApi, Language } from 'highlight.js';

/**
 * YARA-L 2.0, the rules of Google Security Operations.
 * @see https://cloud.google.com/chronicle/docs/detection/yara-l-2-0-syntax
 */
export function yaral(hljs: HLJSApi): Language {
  return {
    name: 'YARA-L',
    aliases: ['yara-l'],
    keywords: {
      $pattern: /[a-z_]\w*/i,
      keyword:
        'rule meta events match outcome condition options and or not in all any over before after by regex cidr nocase is limit order asc desc',
      literal: 'true false null',
    },
    contains: [
      hljs.C_LINE_COMMENT_MODE,
      hljs.C_BLOCK_COMMENT_MODE,
      { scope: 'string', begin: /"/, end: /"|$/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'string', begin: /`/, end: /`|$/ },
      // Division stands behind a value; a regular expression behind an operator, a comma, a bracket or a word.
      {
        scope: 'regexp',
        begin: /(?<=(?:[=!<>(,]|\b(?:and|or|not|in|regex|all|any))\s{0,40})\/(?![*/\n])/,
        end: /\/|$/,
        contains: [hljs.BACKSLASH_ESCAPE],
      },
      { scope: 'variable', match: /[$#%]\w+/ },
      { scope: 'built_in', match: /\b(?:[a-z_]+\.)?[a-z_]\w*(?=\()/ },
      { scope: 'number', match: /\b\d+(?:\.\d+)?[smhd]?\b/ },
      { scope: 'operator', match: /[=!<>]=|[=<>+*-]/ },
    ],
  };
}
