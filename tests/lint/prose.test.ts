import { expect, test } from 'vitest';
import { PROSE_RULES } from '../../src/lint/catalogue/prose.ts';
import { PROSE_RULES as PROSE_SEVERITIES } from '../../src/playbooks/lint-prose.ts';
import { lintFiles } from './lint-files.ts';

const HEAD = `---
title: A hunt
hypothesis: An intruder keeps access through a scheduled task that starts a script.
---
`;

async function found(body: string, path = 'a.md'): Promise<string[]> {
  const findings = await lintFiles({ [path]: HEAD + body });
  return findings
    .filter(({ rule }) => rule.startsWith('remark-lint/'))
    .map(({ rule, range, message }) => `${range?.line}:${range?.column} ${rule.split('/')[1]}: ${message}`);
}

test('what remark-lint finds stands at the lines of the file, behind its front matter', async () => {
  const body = `
## Execution

#### Deep

See [the list][list], [nothing]() and [spare].

## Execution

[spare]: https://x.example
[spare]: https://y.example
[unused]: https://z.example
`;
  expect(await found(body)).toMatchInlineSnapshot(`
    [
      "8:1 heading-increment: Unexpected heading rank \`4\`, expected rank \`3\`",
      "10:5 no-undefined-references: Unexpected reference to undefined definition, expected corresponding definition (\`list\`) for a link or escaped opening bracket (\`\\[\`) for regular text",
      "10:23 no-empty-url: Unexpected empty link URL referencing the current document, expected URL",
      "12:1 no-duplicate-headings-in-section: Unexpected heading with equivalent text in section, expected unique headings",
      "15:1 no-duplicate-definitions: Unexpected definition with an already defined identifier (\`spare\`), expected unique identifiers",
      "16:1 no-unused-definitions: Unexpected unused definition, expected no definition or one or more references to \`unused\`",
    ]
  `);
});

test('a body that is in order has no findings', async () => {
  const body = `
## Execution

### Splunk

See [the list][list].

## Analysis

### Splunk

Nothing.

[list]: https://x.example
`;
  expect(await found(body)).toEqual([]);
});

test('defanged addresses, placeholders and tick boxes are no references', async () => {
  expect(await found('\n- [ ] Ask evil[.]example for [host]\n- [x] hxxps[:]//x[.]example\n')).toEqual([]);
});

test('MDX is looked at as well', async () => {
  const body = `
<Callout>

[a][b]

</Callout>

{/* A comment. */}
`;
  expect(await found(body, 'a.mdx')).toEqual([
    '8:1 no-undefined-references: Unexpected reference to undefined definition, expected corresponding definition (`b`) for a link or escaped opening bracket (`\\[`) for regular text',
  ]);
});

test('every rule that is asked of remark-lint is in the catalogue with its severity', () => {
  expect(Object.fromEntries(PROSE_RULES.map(({ id, severity }) => [id, severity]))).toEqual(PROSE_SEVERITIES);
});

test('a carriage return alone ends no line of a file, for remark-lint either', async () => {
  expect(await found('One.\r\r\r\n\nSee [the list][list] and [nothing]().\n')).toMatchObject([
    expect.stringMatching(/^7:5 no-undefined-references: /),
    expect.stringMatching(/^7:26 no-empty-url: /),
  ]);
});
