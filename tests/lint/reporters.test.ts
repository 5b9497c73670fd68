import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import type { Finding } from '../../src/findings/finding.ts';
import { displayPaths } from '../../src/lint/display-path.ts';
import { REPORTERS } from '../../src/lint/reporters.ts';
import { jsonReporter } from '../../src/lint/reporters/json.ts';
import { textReporter } from '../../src/lint/reporters/text.ts';

const range = { line: 12, column: 5, endLine: 12, endColumn: 21 };
const FINDINGS: Finding[] = [
  {
    rule: 'mapping/revoked',
    severity: 'warning',
    message: 'Unexpected revoked technique `T1086`',
    hint: 'Write `T1059.001` instead.',
    source: 'team',
    path: 'detections/a.yml',
    range,
    item: 'team/a',
  },
  {
    rule: 'mapping/unknown',
    severity: 'error',
    message: 'Unexpected technique `T9999`',
    source: 'team',
    path: 'detections/a.yml',
    range: { ...range, line: 3, endLine: 3 },
  },
  {
    rule: 'file/unreadable',
    severity: 'error',
    message: 'Unexpected bytes `\u001b[2J\u202e`\nin a text file',
    source: 'sigmahq',
    path: 'rules/b\u0007.yml',
  },
  {
    rule: 'mapping/none',
    severity: 'note',
    message: 'Maps to nothing',
    source: 'sigmahq',
    path: 'rules/c.yml',
    range,
  },
];

const pathOf = displayPaths(
  [
    {
      spec: {
        name: 'team',
        role: 'deployed',
        path: '/repo/content',
        include: [],
        exclude: [],
        maxBytes: 1,
        own: true,
      },
    },
  ],
  '/repo',
);

test('the text report, whole', () => {
  expect(textReporter.report(FINDINGS, { color: false, pathOf })).toMatchInlineSnapshot(`
    "content/detections/a.yml
      12:5  warning  Unexpected revoked technique \`T1086\`  mapping/revoked
                     Write \`T1059.001\` instead.
       3:5  error    Unexpected technique \`T9999\`  mapping/unknown

    sigmahq:rules/b\\u{7}.yml
        error    Unexpected bytes \`\\u{1b}[2J\\u{202e}\`\\u{a}in a text file  file/unreadable

    sigmahq:rules/c.yml
      12:5  note     Maps to nothing  mapping/none

    4 findings: 2 errors, 1 warning, 1 note
    "
  `);
});

test('colours add nothing but colours', () => {
  const colored = textReporter.report(FINDINGS, { color: true, pathOf });
  expect(colored).toContain('\u001b[31merror');
  expect(stripVTControlCharacters(colored)).toBe(textReporter.report(FINDINGS, { color: false, pathOf }));
});

test('no findings are one line of text', () => {
  expect(textReporter.report([], { color: false, pathOf })).toBe('No findings\n');
});

test('the JSON report, whole', () => {
  expect(jsonReporter.report(FINDINGS.slice(0, 1), { color: false, pathOf })).toMatchInlineSnapshot(`
    "{
      "schemaVersion": 1,
      "findings": [
        {
          "rule": "mapping/revoked",
          "severity": "warning",
          "source": "team",
          "path": "detections/a.yml",
          "range": {
            "line": 12,
            "column": 5,
            "endLine": 12,
            "endColumn": 21
          },
          "message": "Unexpected revoked technique \`T1086\`",
          "hint": "Write \`T1059.001\` instead.",
          "item": "team/a"
        }
      ],
      "summary": {
        "error": 0,
        "warning": 1,
        "note": 0
      }
    }
    "
  `);
});

test('equal findings are equal bytes, whatever order their keys were set in', () => {
  const reversed = FINDINGS.map(
    (finding) => Object.fromEntries(Object.entries(finding).reverse()) as unknown as Finding,
  );
  const options = { color: false, pathOf };
  expect(jsonReporter.report(reversed, options)).toBe(jsonReporter.report(FINDINGS, options));
});

test('a file of a folder outside the working directory is named by the way to it', () => {
  const spec = {
    name: 'team',
    role: 'deployed',
    path: '/elsewhere',
    include: [],
    exclude: [],
    maxBytes: 1,
    own: false,
  } as const;
  expect(
    displayPaths(
      [{ spec: { ...spec, include: [], exclude: [] } }],
      '/repo/sub',
    )({ source: 'team', path: 'a.yml' }),
  ).toBe('../../elsewhere/a.yml');
});

test('reporters have different ids', () => {
  expect(REPORTERS.map(({ id }) => id)).toEqual(['text', 'json']);
});
