import { fenced } from '../../documents/fence.ts';
import { type Fields, fieldLists, textOf, textsOf } from '../../documents/fields.ts';

/** What an alert of the rule says, and what the rule excepts from alerting; Markdown. */
export function falcoGuide(fields: Fields): string | undefined {
  const output = textOf(fields['output']);
  const exceptions = exceptionLines(fields['exceptions']);
  const sections = [
    ...(output === undefined ? [] : [`## Output\n\n${fenced(output, 'text')}`]),
    ...(exceptions.length === 0 ? [] : [`## Exceptions\n\n${exceptions.join('\n')}`]),
  ];
  return sections.length > 0 ? sections.join('\n\n') : undefined;
}

/** One line for each name: an override adds values to an exception under the name it has. */
function exceptionLines(exceptions: unknown): string[] {
  const byName = new Map<string, { fields: string[]; values: number }>();
  for (const { fields } of fieldLists(exceptions)) {
    const name = textOf(fields['name']) ?? 'unnamed';
    const known = byName.get(name) ?? { fields: [], values: 0 };
    byName.set(name, known);
    if ('fields' in fields) known.fields = textsOf(fields['fields']);
    known.values += Array.isArray(fields['values']) ? fields['values'].length : 0;
  }
  return [...byName].map(([name, { fields, values }]) => {
    const keys = fields.length > 0 ? ` by ${fields.map(code).join(', ')}` : '';
    return `- ${code(name)}${keys}: ${values === 1 ? '1 value' : `${values} values`}`;
  });
}

function code(text: string): string {
  return `\`${text.replace(/[`\s]+/g, ' ')}\``;
}
