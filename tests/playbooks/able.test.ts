import { expect, test } from 'vitest';
import { ableOf } from '../../src/playbooks/able.ts';
import { parseBody } from '../../src/playbooks/body.ts';

const able = (body: string) =>
  ableOf(parseBody(body, false).tree, body).map(({ element, text, under, line }) => [
    element,
    text,
    under,
    line,
  ]);

test('a table states its elements as Markdown, with the heading it stands under and its line', () => {
  expect(
    able(
      '## ABLE\n\n| Element | Here |\n|---|---|\n| **Threat actor** | FIN7 (G0046), `x` |\n| Location | *Servers* |\n',
    ),
  ).toEqual([
    ['actor', 'FIN7 (G0046), `x`', 'ABLE', 5],
    ['location', '*Servers*', 'ABLE', 6],
  ]);
});

test('the last cell counts where a template explains the field in between', () => {
  expect(able('| Field | Meaning | Value |\n|---|---|---|\n| Evidence | What logs | Sysmon 10 |\n')).toEqual([
    ['evidence', 'Sysmon 10', undefined, 3],
  ]);
});

test('a section states an element in its first paragraph or list, and only there', () => {
  expect(able('## Location\n\nServers.\n\nMore on it.\n\n## Data sources\n\n- A\n- B\n')).toEqual([
    ['location', 'Servers.', 'Location', 3],
    ['evidence', '- A\n- B', 'Data sources', 9],
  ]);
});

test('the elements come in their order, each once; a table goes before a section', () => {
  expect(
    able('## Evidence\n\nLogs.\n\n## ABLE\n\n| a | b |\n|---|---|\n| Evidence | Other |\n| Actor | FIN7 |\n'),
  ).toEqual([
    ['actor', 'FIN7', 'ABLE', 10],
    ['evidence', 'Other', 'ABLE', 9],
  ]);
});

test('a long paragraph under a heading is its text and no line of an outline', () => {
  expect(able(`## Behaviour\n\n${'It goes on. '.repeat(40)}\n`)).toEqual([]);
});

test('what is not stated, or only a placeholder, is left out', () => {
  expect(
    able(
      '| Element | Here |\n|---|---|\n| Actor | [Name] |\n| Behaviour | |\n| Location | `where` |\n| Evidence | TBD |\n',
    ),
  ).toEqual([]);
  expect(able('## Actor\n\n### Location\n\nText.\n')).toEqual([['location', 'Text.', 'Location', 5]]);
  expect(able('')).toEqual([]);
});
