import { SCHEMA_FOLDER } from './config-text.ts';
import type { Survey } from './survey.ts';

/** Where files of our own formats are expected until there are some, by the format and the name of its schema. */
const FILES = [
  { format: 'coverbook-exercise', schema: 'exercise', home: 'exercises/*.yaml' },
  { format: 'coverbook-threats', schema: 'threat-profile', home: 'threats/*.yaml' },
  { format: 'coverbook-decisions', schema: 'decisions', home: 'decisions/*.yaml' },
  { format: 'coverbook-visibility', schema: 'visibility', home: 'visibility.yaml' },
] as const;

/** VS Code's settings that have config and content checked while they are written. */
export function editorSettings({ own }: Pick<Survey, 'own'>): string {
  const schemas = {
    [schemaPath('coverbook')]: 'coverbook.yaml',
    ...Object.fromEntries(
      FILES.map(({ format, schema, home }) => [schemaPath(schema), own.get(format) ?? [home]]),
    ),
  };
  return `${JSON.stringify({ 'yaml.schemas': schemas }, null, 2)}\n`;
}

function schemaPath(name: string): string {
  return `./${SCHEMA_FOLDER}/${name}.schema.json`;
}
