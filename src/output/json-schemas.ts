import { z } from 'zod';
import { exerciseSchema } from '../exercises/schema.ts';
import { playbookSchema } from '../playbooks/schema.ts';
import { decisionsSchema } from '../scope/schema.ts';
import { threatProfileSchema } from '../threats/schema.ts';
import { visibilitySchema } from '../visibility/schema.ts';
import { configSchema } from '../workspace/config.ts';

const SCHEMAS = {
  coverbook: ['Coverbook config', configSchema],
  decisions: ['Coverbook decisions', decisionsSchema],
  exercise: ['Coverbook exercise', exerciseSchema],
  playbook: ['Coverbook playbook front matter', playbookSchema],
  'threat-profile': ['Coverbook threat profile', threatProfileSchema],
  visibility: ['Coverbook visibility', visibilitySchema],
} as const;

/**
 * The JSON Schemas editors check content with, by file name: what people write, before defaults are filled in.
 * Draft 7, since that is what YAML editors read without fail.
 */
export function jsonSchemas(): Map<string, string> {
  return new Map(
    Object.entries(SCHEMAS).map(([name, [title, schema]]) => {
      const { $schema, ...rest } = z.toJSONSchema(schema, { target: 'draft-7', io: 'input' });
      return [`${name}.schema.json`, `${JSON.stringify({ $schema, title, ...rest }, null, 2)}\n`];
    }),
  );
}
