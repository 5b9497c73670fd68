import { expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { DOMAINS } from '../../src/attack/domain.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { Layer } from '../../src/navigator/layer.ts';
import { reviewLayers } from '../../src/review/layers.ts';
import { layerReporter } from '../../src/review/reporters/layer.ts';
import { navigatorProblems, validateLayer } from '../navigator/navigator-rules.ts';
import { FULL_REVIEW } from './full-review.ts';
import { aReview, aTechnique, standing } from './review-builder.ts';

const knowledge = createKnowledgeBase(embeddedSnapshot('enterprise', '19.1'));
const report = (review = FULL_REVIEW): unknown => JSON.parse(layerReporter.report(review, { color: false }));

test('a layer of what was gained, lost, raised and lowered, with a legend', async () => {
  const text = layerReporter.report(FULL_REVIEW, { color: false });
  expect(navigatorProblems(JSON.parse(text) as Layer, knowledge)).toEqual([]);
  await expect(text).toMatchFileSnapshot('__snapshots__/full-review.layer.json');
});

test('every colour of a cell is in the legend, and what was lost looks unlike what was gained', () => {
  const layer = report() as Layer;
  const legend = new Map(layer.legendItems.map(({ color, label }) => [color, label.split(':', 1)[0]]));
  expect(layer.techniques.map(({ techniqueID, color }) => [techniqueID, legend.get(color ?? '')])).toEqual([
    ['T1003', 'Lowered'],
    ['T1003.001', 'Lost'],
    ['T1059.001', 'Lowered'],
    ['T1105', 'Gained'],
    ['T1547.001', 'Raised'],
    ['T1558.003', 'Lowered'],
  ]);
});

test('the greatest steps there can be are drawn', () => {
  const [from, to] = [standing('none', 0, 0), standing('proven', 100, 9)];
  const lost = [aTechnique({ before: to, after: from })];
  const gained = [aTechnique({ kind: 'gained', technique: 'T1105', before: from, after: to })];
  const layer = report(aReview({ lost, gained })) as Layer;
  expect(layer.techniques.map(({ score }) => score)).toEqual([0, 200]);
  expect(navigatorProblems(layer, knowledge)).toEqual([]);
});

test('changes in several domains are a list of layers, one for each', () => {
  const attack = DOMAINS.map((domain) => ({ domain, version: '19.1' }));
  const gained = [aTechnique({ kind: 'gained', domain: 'ics', technique: 'T0801' })];
  const review = aReview({ attack, lost: [aTechnique()], gained });
  expect(reviewLayers(review).map(({ domain }) => domain)).toEqual(['enterprise', 'ics']);
  const layers = report(review);
  expect(layers).toMatchObject([{ domain: 'enterprise-attack' }, { domain: 'ics-attack' }]);
  expect(validateLayer(layers)).toBe(true);
});

test('no change is an empty layer, not none', () => {
  const layer = report(aReview()) as Layer;
  expect(layer.techniques).toEqual([]);
  expect(navigatorProblems(layer, knowledge)).toEqual([]);
});
