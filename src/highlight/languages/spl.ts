import type { HLJSApi, Language } from 'highlight.js';

/**
 * Splunk's Search Processing Language.
 * @see https://docs.splunk.com/Documentation/Splunk/latest/SearchReference
 */
export function spl(hljs: HLJSApi): Language {
  return {
    name: 'SPL',
    aliases: ['splunk', 'spl2'],
    case_insensitive: true,
    keywords: {
      $pattern: /[a-z_]\w*/,
      keyword: [
        'as by over and or not in like where search eval stats eventstats streamstats tstats sistats chart timechart',
        'table fields rename sort dedup head tail rex regex lookup inputlookup outputlookup join append appendcols',
        'appendpipe union multisearch bin bucket transaction mvexpand makemv mvcombine spath xpath extract kvform',
        'fillnull filldown replace top rare convert format return map foreach makeresults metadata metasearch datamodel',
        'from pivot iplocation geostats collect cluster anomalydetection predict trendline addtotals untable xyseries',
        'reverse rest loadjob savedsearch inputcsv outputcsv tags typer abstract highlight noop',
      ].join(' '),
      literal: 'true false null t f',
    },
    contains: [
      hljs.COMMENT(/```/, /```/),
      { scope: 'title', match: /`[^`\n]+`/ },
      { scope: 'string', begin: /"/, end: /"/, contains: [hljs.BACKSLASH_ESCAPE] },
      { scope: 'string', begin: /'/, end: /'/, illegal: /\n/ },
      { scope: 'variable', match: /\$[\w.:-]+\$/ },
      { scope: 'built_in', match: /\b(?!(?:in|by|and|or|not|as|where|search)\b)[a-z_]\w*(?=\()/ },
      { scope: 'attr', match: /(?<![\w.{}:@-])[\w.{}:@-]+(?=\s*!?=)/ },
      { scope: 'number', match: /[+-]?\b\d+(?:\.\d+)?(?:s|m|h|d|w|mon|q|y)?(?:@\w+)?\b/ },
      { scope: 'operator', match: /[!<>]=|[|=<>]/ },
    ],
  };
}
