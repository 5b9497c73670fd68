import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/playbooks/pipeline.ts';

const hunt = (markdown: string, head = {}) => renderMarkdown(markdown, { runbook: head });

/** `Splunk*` for the open tab, its platform, language and query. */
function tabs(html: string): string[][] {
  return html
    .split('<div class="query-tabs">')
    .slice(1)
    .map((group) =>
      [
        ...group.matchAll(
          /<details class="query-tab" name="([^"]*)"( open)? data-platform="([^"]*)" data-language="([^"]*)"><summary>([^<]*)</g,
        ),
      ].map(
        ([, , open = '', platform = '', language = '', label = '']) =>
          `${label}${open && '*'} ${platform} ${language}`,
      ),
    );
}

const KQL = '```kql\nSigninLogs\n```';
const SPL = '```splunk\nindex=a\n```';
const ESQL = '```esql\nFROM b\n```';

describe('queries of a hunt', () => {
  test('blocks in different query languages one after the other become tabs, the first open', () => {
    expect(tabs(hunt(`Ask:\n\n${KQL}\n\n${SPL}\n\n${ESQL}\n`))).toEqual([
      ['KQL* kql kql', 'SPL spl spl', 'ES|QL es-ql esql'],
    ]);
  });

  test('sections headed by platforms become tabs with the platforms’ names, and keep what stands beside the query', () => {
    const html = hunt(
      `## Execution\n\n### Microsoft Sentinel\n\nThirty days.\n\n${KQL}\n\n### Splunk\n\n${SPL}\n\n## Analysis\n`,
    );
    expect(tabs(html)).toEqual([['Microsoft Sentinel* microsoft-sentinel kql', 'Splunk splunk spl']]);
    expect(html).toMatch(/<div class="query-body" id="doc-microsoft-sentinel">\s*<p>Thirty days\.<\/p>/);
    expect(html).not.toContain('<h3');
    expect(html).toMatch(/<\/details><\/div>\s*<h2 id="doc-analysis">/);
  });

  test('a link to a platform’s heading leads to its tab', () => {
    const html = hunt(`See [the search](#splunk).\n\n### Sentinel\n\n${KQL}\n\n### Splunk\n\n${SPL}\n`);
    expect(html).toContain('href="#doc-splunk"');
    expect(html).toContain('id="doc-splunk"');
  });

  test.each([
    ['one query', KQL],
    ['two queries in one language', `${KQL}\n\n${KQL}`],
    ['queries with words between them', `${KQL}\n\nThen:\n\n${SPL}`],
    ['a query and a script', `${KQL}\n\n\`\`\`powershell\nGet-Item x\n\`\`\``],
    [
      'steps that happen to be in two languages',
      `### Find the host\n\n${KQL}\n\n### Find the user\n\n${SPL}`,
    ],
    ['two platforms of one language', `### Sentinel\n\n${KQL}\n\n### Defender\n\n${KQL}`],
    ['a platform with several queries', `### Sentinel\n\n${KQL}\n\n${KQL}\n\n### Splunk\n\n${SPL}`],
  ])('%s stay as they are written', (_, markdown) => {
    const html = hunt(markdown);
    expect(tabs(html)).toEqual([]);
    expect(html.match(/<pre /g)).toHaveLength(markdown.split('```').length >> 1);
  });

  test('a language that comes again starts tabs of its own', () => {
    expect(tabs(hunt([KQL, SPL, KQL, SPL].join('\n\n')))).toEqual([
      ['KQL* kql kql', 'SPL spl spl'],
      ['KQL* kql kql', 'SPL spl spl'],
    ]);
    const names = new Set(hunt([KQL, SPL, KQL, SPL].join('\n\n')).match(/name="[^"]*"/g));
    expect(names.size).toBe(2);
  });

  test('queries under a step become tabs of that step', () => {
    const html = hunt(
      `1. Search.\n\n   ${KQL.replaceAll('\n', '\n   ')}\n\n   ${SPL.replaceAll('\n', '\n   ')}\n`,
    );
    expect(html).toMatch(/<li data-step="[^"]+">\s*<p>Search\.<\/p>\s*<div class="query-tabs">/);
  });

  test('a heading cannot break out of its tab', () => {
    const html = hunt(`### Splunk "><img src=x>\n\n${SPL}\n\n### Sentinel\n\n${KQL}\n`);
    expect(html).not.toMatch(/<img/);
    expect(tabs(html)[0]).toHaveLength(2);
  });

  test('every block of code says its language in a head of its own', () => {
    const heads = [
      ...hunt(`${KQL}\n\n\`\`\`\nplain\n\`\`\`\n`).matchAll(/<div class="code-head"><span>([^<]*)</g),
    ];
    expect(heads.map(([, title]) => title)).toEqual(['KQL', 'Text']);
  });
});

describe('steps of a hunt', () => {
  const keys = (markdown: string) =>
    [...hunt(markdown).matchAll(/data-step="([^"]*)"/g)].map(([, key]) => key);

  test('a step keeps its key while others come, go and move', () => {
    const [load, ask] = keys('1. Load it.\n2. Ask.\n');
    expect(keys('1. New.\n2. Ask.\n\n## Response\n\n1. Load   it.\n')).toEqual([
      expect.any(String),
      ask,
      load,
    ]);
    expect(keys('1. Load it now.\n')).not.toContain(load);
  });

  test('two steps in the same words have two keys', () => {
    const [first, second] = keys('1. Wait.\n2. Wait.\n');
    expect(second).toBe(`${first ?? ''}.2`);
  });

  test('numbered steps and open tasks are steps; what hangs below a step, bullets and what is done are none', () => {
    expect(keys('1. One\n   1. Inner\n\n- bullet\n\n* [ ] open\n* [x] done\n')).toHaveLength(2);
  });

  test('what a numbered list of blind spots or of references numbers is nothing to do', () => {
    expect(
      keys('## Blind spots\n\n1. Gone.\n\n## References\n\n1. A\n\nA note.[^1]\n\n[^1]: Of it.\n'),
    ).toEqual([]);
    expect(keys('## Blind spots\n\n### More\n\n1. Gone.\n\n## Whatever\n\n1. Do.\n')).toHaveLength(1);
  });
});

describe('what the head of the page says already', () => {
  const ABLE = '## ABLE\n\n| Element | Here |\n| --- | --- |\n| Actor | FIN7 |\n| Evidence | Logs |\n';

  test('a table of actor, behaviour, location and evidence is left to it', () => {
    expect(hunt(`## Why\n\nSo.\n\n${ABLE}\n## Execution\n\nGo.\n`)).not.toMatch(/ABLE|FIN7/);
  });

  test.each([
    ['with a note below', `${ABLE}\nA note.\n`],
    ['with a row of its own', `${ABLE}| Budget | None |\n`],
    ['with two rows for one element', `${ABLE}| Actor | FIN8 |\n`],
    [
      'with a third column',
      ABLE.replaceAll(/\|\n/g, '| more |\n').replace('| --- | more |', '| --- | --- |'),
    ],
  ])('a table %s stays', (_, markdown) => {
    expect(hunt(markdown)).toContain('<table>');
  });

  test('a title and a hypothesis in the same words are left to it, others stay', () => {
    const text = '# Quiet *hosts*\n\n## Hypothesis\n\nA host is **quiet**.\n\n## Then\n\nGo.\n';
    const head = { title: 'Quiet hosts', hypothesis: 'A host is quiet.' };
    expect(hunt(text, head)).toBe('<h2 id="doc-then">Then</h2>\n<p>Go.</p>');
    expect(hunt(text, { title: 'Loud hosts', hypothesis: 'A host is loud.' })).toMatch(
      /Quiet.*Hypothesis.*quiet/s,
    );
  });

  test('a text that is no hunt keeps everything and gets no steps, tabs or heads', () => {
    const html = renderMarkdown(`${ABLE}\n1. One\n\n${KQL}\n\n${SPL}\n`);
    expect(html).toContain('FIN7');
    expect(html).not.toMatch(/data-step|query-tabs|code-head/);
  });
});
