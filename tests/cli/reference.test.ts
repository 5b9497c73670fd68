import { join } from 'node:path';
import { expect, test } from 'vitest';
import { referencePages } from '../../src/cli/reference.ts';
import { LINT_RULES } from '../../src/lint/rules.ts';
import { rulesWithoutPart } from '../../src/reference/lint-page.ts';
import { mdxText } from '../../src/reference/mdx.ts';
import { schemaRows } from '../../src/reference/schema-rows.ts';

const docs = join(import.meta.dirname, '../../content/docs');

test.each([...(await referencePages())])('%s is committed as the code states it', async (name, text) => {
  await expect(text).toMatchFileSnapshot(join(docs, name));
});

test('every lint rule has a place on its page', () => {
  expect(rulesWithoutPart(LINT_RULES)).toEqual([]);
});

test('a key is told with what it takes, and stands before what it holds', () => {
  const rows = schemaRows({
    type: 'object',
    required: ['name'],
    properties: {
      $schema: { type: 'string' },
      name: { type: 'string', description: 'What it is called.', examples: ['team'] },
      kinds: {
        type: 'array',
        default: [],
        description: 'Which.',
        items: { type: 'string', enum: ['a', 'b'] },
      },
      more: {
        type: 'array',
        description: 'Others.',
        items: {
          type: 'object',
          properties: { days: { type: 'integer', default: 30, description: 'How long.' } },
        },
      },
      rules: {
        type: 'object',
        additionalProperties: { type: 'string', enum: ['off'], description: 'Each.' },
      },
    },
  });
  expect(rows).toEqual([
    {
      key: 'name',
      required: true,
      type: 'text',
      choices: [],
      description: 'What it is called.',
      example: 'team',
    },
    { key: 'kinds', required: false, type: 'list of text', choices: ['a', 'b'], description: 'Which.' },
    { key: 'more', required: false, type: 'list of maps', choices: [], description: 'Others.' },
    {
      key: 'more[].days',
      required: false,
      type: 'whole number',
      choices: [],
      description: 'How long.',
      default: 30,
    },
    { key: 'rules.*', required: false, type: 'text', choices: ['off'], description: 'Each.' },
  ]);
});

test('nothing in a description becomes markup or code of a page', () => {
  expect(mdxText('a {b} <c> | `d|e`')).toBe('a \\{b\\} &lt;c&gt; &#124; <code>d&#124;e</code>');
});
