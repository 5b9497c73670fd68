import { expect, test } from 'vitest';
import { breakable } from '../../src/matrix/breakable.ts';
import { actorLabel, findActor } from '../../src/matrix/find-actor.ts';
import { packIndexes, unpackIndexes } from '../../src/matrix/indexes.ts';
import { MATRIX_DEFAULTS, type MatrixState } from '../../src/matrix/matrix-state.ts';
import { narrowLayer } from '../../src/matrix/narrow-layer.ts';
import { filterWords, narrow } from '../../src/matrix/narrow.ts';
import { paint } from '../../src/matrix/paint.ts';
import { matrixColumns, sortedBy } from '../../src/matrix/table-columns.ts';
import { navigatorProblems } from '../navigator/navigator-rules.ts';
import { everyMatrix } from './every-matrix.ts';

const { matrix, coverage, knowledge, layers } = everyMatrix();
const { data } = matrix;
const state = (asked: Partial<MatrixState>): MatrixState => ({ ...MATRIX_DEFAULTS, ...asked });
const assessments = [...coverage.domains.get('enterprise')!.assessments.values()];
const inScope = assessments.filter(({ scope }) => scope.state === 'in');
const kept = (asked: Partial<MatrixState>): string[] =>
  [...narrow(matrix, state(asked))].map((index) => data.ids[index]!);
const idsOf = (of: typeof assessments): string[] => of.map(({ technique }) => technique);

test('packed indexes come back as they were', () => {
  for (const indexes of [[], [0], [3, 4, 40, 696], [0, 1, 2]])
    expect(unpackIndexes(packIndexes(indexes))).toEqual(indexes);
});

test('without a filter everything in scope is kept', () => {
  expect(kept({})).toEqual(idsOf(inScope));
});

test('each filter keeps what has that value, in scope', () => {
  expect(kept({ platform: 'Linux' })).toEqual(
    idsOf(inScope.filter(({ technique }) => knowledge.technique(technique)?.platforms.includes('Linux'))),
  );
  expect(kept({ level: 'failed' })).toEqual(idsOf(inScope.filter(({ level }) => level === 'failed')));
  expect(kept({ source: 'library' })).toEqual(idsOf(inScope.filter(({ library }) => library.length > 0)));
  expect(kept({ log: 'windows · process_creation' })).toEqual(
    idsOf(inScope.filter(({ detections }) => detections.length > 0)),
  );
  expect(kept({ status: 'production' })).toEqual(
    idsOf(inScope.filter(({ detections }) => detections.length > 0)),
  );
  const actor = data.actors.find(({ type }) => type === 'group')!;
  expect(kept({ actor: actor.id })).toEqual(
    knowledge.techniquesUsedBy(actor.id).filter((id) => idsOf(inScope).includes(id)),
  );
  expect(kept({ platform: 'nonsense' })).toEqual([]);
});

test('filters narrow each other, and counts, shares and cells follow', () => {
  const asked = { platform: 'Linux', level: 'claimed' };
  const both = kept(asked);
  expect(both).toEqual(kept({ platform: 'Linux' }).filter((id) => kept({ level: 'claimed' }).includes(id)));
  const painting = paint(matrix, state(asked));
  expect(painting.share).toEqual({ part: both.length, whole: both.length });
  expect(painting.cells.filter(({ dim }) => !dim)).toHaveLength(both.length);
  expect(filterWords(matrix, state(asked))).toEqual(['platform Linux', 'level claimed']);
});

test('the actor of the view of actors is no filter', () => {
  expect(kept({ view: 'actor', actor: data.actors[0]!.id })).toEqual(idsOf(inScope));
  expect(filterWords(matrix, state({ view: 'actor', actor: 'G0016' }))).toEqual([]);
});

test('a narrowed layer disables what is left out, says so, and keeps to the format', () => {
  const { layer } = layers.find(({ id }) => id === 'coverage')!;
  const asked = state({ platform: 'Linux' });
  const shown = narrow(matrix, asked);
  const narrowed = narrowLayer(layer, matrix, shown, filterWords(matrix, asked));
  expect(navigatorProblems(narrowed, knowledge)).toEqual([]);
  expect(narrowed.name).toBe(`${layer.name} · platform Linux`);
  expect(narrowed.description).toContain(`Only platform Linux: ${shown.size} of ${inScope.length}`);
  const enabled = narrowed.techniques.filter(({ enabled }) => enabled !== false);
  expect(enabled.length).toBeGreaterThan(0);
  for (const { techniqueID } of enabled) expect(shown.has(data.ids.indexOf(techniqueID))).toBe(true);
  for (const { enabled: is, score } of narrowed.techniques) if (is === false) expect(score).toBeUndefined();
  expect(narrowLayer(layer, matrix, narrow(matrix, MATRIX_DEFAULTS), [])).toBe(layer);
});

test('an actor is found by id, name, label or another name', () => {
  const group = data.actors.find(({ aliases }) => aliases !== undefined)!;
  for (const typed of [
    group.id.toLowerCase(),
    group.name,
    ` ${actorLabel(group)} `,
    group.aliases!.split(' · ')[0]!,
  ])
    expect(findActor(data.actors, typed)?.id).toBe(group.id);
  expect(findActor(data.actors, 'nobody of that name')).toBeUndefined();
  expect(findActor(data.actors, ' ')).toBeUndefined();
});

test('the table sorts by numbers, levels and dates, what has none last', () => {
  const painting = paint(matrix, MATRIX_DEFAULTS);
  const columns = matrixColumns(matrix, painting);
  const by = (sort: string): number[] => sortedBy(painting.shown, columns, sort);
  const scores = by('-score').map((index) => data.facts.score[index]!);
  expect(scores).toEqual(scores.toSorted((a, b) => b - a));
  expect(data.levels[by('level')[0]!]).toBe('failed');
  expect(data.levels[by('-level')[0]!]).toBe('proven');
  for (const sort of ['touched', '-touched']) {
    const dates = by(sort).map((index) => data.facts.touched[index]!);
    expect(dates.indexOf('')).toBe(dates.filter((date) => date !== '').length);
  }
  expect(by('nonsense')).toEqual([...painting.shown].sort((a, b) => a - b));
});

test('long names break where a reader would break them, and markup in them stays text', () => {
  expect(breakable('Communication Through Removable Media')).toBe(
    'Communica&shy;tion Through Removable Media',
  );
  expect(breakable('KernelCallbackTable')).toBe('Kernel<wbr>Callback<wbr>Table');
  expect(breakable('COR_PROFILER')).toBe('COR_<wbr>PROFILER');
  expect(breakable('SMB/Windows Admin Shares')).toBe('SMB/<wbr>Windows Admin Shares');
  expect(breakable('PowerShell Profile')).toBe('PowerShell Profile');
  expect(breakable('System Information')).toBe('System Information');
  expect(breakable('<b>Bold</b>')).not.toContain('<b>');
});
