import { mdxCode, mdxPage, mdxTable, mdxText } from './mdx.ts';
import { schemaRows, type JsonSchema, type SchemaRow } from './schema-rows.ts';

/** `docs/config`: every key of `coverbook.yaml`, by the schema it is read with. */
export function configPage(schema: JsonSchema): string {
  const groups = Map.groupBy(schemaRows(schema), ({ key }) => groupOf(key, schema));
  return mdxPage(
    { title: 'Config', description: 'Every key of coverbook.yaml, its default and what it means.', order: 9 },
    [
      [
        'The config is data, never code. Paths and globs in it are relative to the file itself. A key that does not exist is an error,',
        'so that a typing mistake cannot change a number silently; the message names the nearest one.',
      ].join('\n'),
      'Editors check it while you type when its first line says where the schema is:',
      '```yaml\n# yaml-language-server: $schema=./schemas/coverbook.schema.json\n```',
      '`coverbook init` writes that line; `coverbook schema --out schemas` writes the schema it points to.',
      ...[...groups].flatMap(([group, rows]) => section(group, rows)),
    ],
  );
}

/** Of a key: the one of the top it stands in, where that holds others; else empty. */
function groupOf(key: string, { properties = {} }: JsonSchema): string {
  const top = /^[^.[]+/.exec(key)?.[0] ?? '';
  const { properties: inside, items } = properties[top] ?? {};
  return (inside ?? items?.properties) ? top : '';
}

function section(group: string, rows: readonly SchemaRow[]): string[] {
  const about = rows.find(({ key }) => key === group)?.description ?? '';
  return [
    group === '' ? '## The site' : `## \`${group}\``,
    ...(about === '' ? [] : [mdxText(about)]),
    mdxTable(['Key', 'Takes', 'Default', 'Meaning'], rows.filter(({ key }) => key !== group).map(cells)),
  ];
}

function cells({ key, required, type, choices, description, example, ...row }: SchemaRow): string[] {
  const like = example === undefined ? '' : `Such as ${mdxCode(example)}.`;
  return [
    mdxCode(key),
    choices.length === 0
      ? type
      : `${type.startsWith('list') ? 'any of ' : ''}${choices.map(mdxCode).join(', ')}`,
    required ? 'required' : mdxCode(row.default),
    [mdxText(description), like].filter((part) => part !== '').join(' '),
  ];
}
