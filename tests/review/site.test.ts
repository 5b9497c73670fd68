import { posix } from 'node:path';
import { expect, test } from 'vitest';
import { changedPlaybook, comparedText } from './changed-playbook.ts';
import { readablePage } from './readable-page.ts';
import { expectedFile, pagesOf, scenarioRepository } from './scenario.ts';

const CHANGE = { base: 'main', head: 'change' };

test('a changed playbook has a page with what it was and is in one', async () => {
  const pages = await pagesOf(scenarioRepository('playbook').folder, CHANGE);
  const page = readablePage(pages.get('playbooks/encoded-commands.html') ?? '');
  await expect(page).toMatchFileSnapshot(expectedFile('playbook', 'page.html'));
});

test('a changed rule has a page with its source line by line, highlighted', async () => {
  const pages = await pagesOf(scenarioRepository('query').folder, CHANGE);
  const page = readablePage(pages.get('detections/team/quieter.html') ?? '');
  await expect(page).toMatchFileSnapshot(expectedFile('query', 'page.html'));
});

test('what came and what went has a page as well, and every link between pages leads to one', async () => {
  const pages = await pagesOf(scenarioRepository('coverage-lost').folder, CHANGE);
  expect([...pages.keys()].filter((path) => path.endsWith('.removed.html'))).toHaveLength(2);
  const links = [...pages].flatMap(([path, html]) =>
    [...html.matchAll(/href="([^"#:]+)"/g)].map(([, href = '']) => posix.join(posix.dirname(path), href)),
  );
  expect(links.length).toBeGreaterThan(pages.size);
  for (const link of links) expect([...pages.keys()]).toContain(link);
});

test('the pages of a review are the same every time', async () => {
  const { folder } = scenarioRepository('playbook');
  expect(await pagesOf(folder, CHANGE)).toEqual(await pagesOf(folder, CHANGE));
});

test.each([
  [
    'words of a paragraph',
    'Look at the clients.',
    'Look at all the clients.',
    '<p>Look at <ins>all </ins>the clients.</p>',
  ],
  [
    'a word in bold',
    'Look **here** first.',
    'Look **there** first.',
    '<p>Look <del><strong>here</strong></del><ins><strong>there</strong></ins> first.</p>',
  ],
  [
    'a word that becomes bold',
    'Look here.',
    'Look **here.**',
    '<p>Look <del>here.</del><ins><strong>here.</strong></ins></p>',
  ],
  [
    'the item of a list',
    '- one\n- two',
    '- one\n- three more\n- two',
    '<ul><li>one</li><li><ins>three more</ins></li><li>two</li></ul>',
  ],
  ['a paragraph', 'First.\n\nSecond.', 'First.', '<p>First.</p><p><del>Second.</del></p>'],
  [
    'a ticked box',
    '- [ ] Ask',
    '- [x] Ask',
    '<del><input type="checkbox" disabled aria-label="To do"></del><ins><input type="checkbox" disabled checked aria-label="Done"></ins>',
  ],
  [
    'a heading',
    '## Where to look\n\nThere.',
    '## Where to look first\n\nThere.',
    '>Where to look <ins>first</ins></h3><p>There.</p>',
  ],
  [
    'where a link leads',
    '[Here](https://a.example/)',
    '[Here](https://b.example/)',
    '<del><a href="https://a.example/" rel="noopener noreferrer nofollow">Here</a></del><ins><a href="https://b.example/" rel="noopener noreferrer nofollow">Here</a></ins>',
  ],
])('in a playbook, %s is marked', async (_, before, after, expected) => {
  expect(comparedText(await changedPlaybook(before, after))).toContain(expected);
});

test('in a table the cell that is another is marked, and the row that came', async () => {
  const table = (...rows: string[]): string => ['| Log | Where |', '| --- | --- |', ...rows].join('\n');
  const html = comparedText(
    await changedPlaybook(table('| DNS | here |'), table('| DNS | there |', '| Proxy | here |')),
  );
  expect(html).toContain('<td>DNS</td><td><del>here</del><ins>there</ins></td>');
  expect(html).toContain('<td><ins>Proxy</ins></td><td><ins>here</ins></td>');
});

test('code is compared by lines, and an unchanged line stands once', async () => {
  const html = comparedText(await changedPlaybook('```\none\ntwo\n```', '```\none\nthree\n```'));
  expect(html.match(/one/g)).toHaveLength(1);
  expect(html).toMatch(/<del class="line">.*two<\/del><ins class="line">.*three<\/ins>/);
});

test('a section that moved is neither new nor gone, and one that went stands where it stood', async () => {
  const html = comparedText(
    await changedPlaybook('## A\n\nOne.\n\n## B\n\nTwo.\n\n## C\n\nThree.', '## C\n\nThree.\n\n## A\n\nOne.'),
  );
  expect(html.replaceAll(/ id="[^"]*"/g, '')).toBe(
    '<h3>C</h3><p>Three.</p><h3>A</h3><p>One.</p><h3><del>B</del></h3><p><del>Two.</del></p>',
  );
});

test('a text wrapped anew is the same text', async () => {
  const html = comparedText(await changedPlaybook('One\ntwo three.\n\nFour.', 'One two\nthree.\n\nFive.'));
  expect(html.match(/<(?:ins|del)>[^<]*/g)).toEqual(['<del>Four.', '<ins>Five.']);
});

test('a text cannot pass for a mark of the comparison, or fold a change away', async () => {
  const html = comparedText(
    await changedPlaybook(
      'A.',
      '<ins>x</ins> ~~y~~ A.\n\n<details><summary>More</summary>\n\nHidden\n\n</details>',
    ),
  );
  expect(html).toContain('<u>x</u> <s>y</s>');
  expect(html).toContain('<details open>');
  expect(html.match(/<del>/g)).toBeNull();
});

test('no id is there twice, though both sides have it', async () => {
  const html = await changedPlaybook(
    '## Same\n\nA[^1]\n\n## Gone\n\nB[^2]\n\n[^1]: Note.\n[^2]: Other.',
    '## Same\n\nC[^1]\n\n## Here\n\nQ[^3]\n\n[^1]: Note.\n[^3]: Third.',
  );
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toContain('doc-same');
  expect(new Set(ids).size).toBe(ids.length);
});

test('MDX that could run code is compared as source; plain MDX is rendered', async () => {
  const source = await changedPlaybook('Text.', 'Text {process.exit()}.', 'hunt.mdx');
  expect(source).not.toContain('<article');
  expect(source).toContain('its source is compared');
  expect(source).toMatch(/<ins class="line">.*\{process\.exit\(\)\}/);
  expect(comparedText(await changedPlaybook('Text.', 'Other text.', 'hunt.mdx'))).toContain('<ins>');
});

test('a text that is nested deeper than anyone writes is compared as source', async () => {
  const html = await changedPlaybook('Text.', `${'> '.repeat(20_000)}deep`);
  expect(html).not.toContain('<blockquote');
  expect(html).toMatch(/<ins class="line">[^\n]*> > > [^\n]*deep<\/ins>/);
});
