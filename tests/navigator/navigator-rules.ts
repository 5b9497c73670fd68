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
  for (const { techniqueID, tactic, score, enabled, ...entry } of layer.techniques) {
    const place = `${techniqueID}^${tactic ?? ''}`;
    if (seen.has(place)) problems.push(`${place} stands twice`);
    seen.add(place);
    if (knowledge.resolve(techniqueID).state !== 'active') problems.push(`${techniqueID} is not active`);
    if (tactic !== undefined && !knowledge.technique(techniqueID)?.tactics.includes(tactic))
      problems.push(`${techniqueID} is not of ${tactic}`);
    if (score !== undefined && !Number.isFinite(score))
      problems.push(`${techniqueID} has the score ${String(score)}`);
    if (score !== undefined && !isDrawable(layer.gradient, score))
      problems.push(`${techniqueID} crashes at ${score}`);
    if (enabled === false && (score !== undefined || entry.color !== undefined))
      problems.push(`${techniqueID} is disabled and has a value that nobody sees`);
    if (Buffer.byteLength(entry.comment ?? '') > 200_000) problems.push(`${techniqueID} says too much`);
    if ((entry.links?.length ?? 0) > 300) problems.push(`${techniqueID} links too much`);
  }
  if (layer.gradient.maxValue <= layer.gradient.minValue) problems.push('the gradient has no range');
  if ('filters' in layer) problems.push('a platform filter hides cells');
  return problems;
}
