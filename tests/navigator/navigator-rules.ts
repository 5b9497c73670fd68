import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { isDrawable } from '../../src/navigator/gradient.ts';
import type { Layer } from '../../src/navigator/layer.ts';

const schema = JSON.parse(
  readFileSync(new URL('../../src/navigator/layer.schema.json', import.meta.url), 'utf8'),
) as object;

/** Validates a layer, or a list of layers, against the published schema. */
export const validateLayer = new Ajv2020({ allErrors: true }).compile(schema);

/** What the real Navigator would trip over in a layer that is valid by the schema, as sentences. */
export function navigatorProblems(layer: Layer, knowledge: KnowledgeBase): string[] {
  const problems = validateLayer(layer)
    ? []
    : (validateLayer.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
  const seen = new Set<string>();
  for (const { techniqueID, score, ...entry } of layer.techniques) {
    if (seen.has(techniqueID)) problems.push(`${techniqueID} stands twice`);
    seen.add(techniqueID);
    if (knowledge.resolve(techniqueID).state !== 'active') problems.push(`${techniqueID} is not active`);
    if (!Number.isInteger(score)) problems.push(`${techniqueID} has the score ${String(score)}`);
    if (score !== undefined && !isDrawable(layer.gradient, score))
      problems.push(`${techniqueID} crashes at ${score}`);
    if ('tactic' in entry) problems.push(`${techniqueID} names a tactic`);
  }
  if (layer.gradient.maxValue <= layer.gradient.minValue) problems.push('the gradient has no range');
  if ('filters' in layer) problems.push('a platform filter hides cells');
  return problems;
}
