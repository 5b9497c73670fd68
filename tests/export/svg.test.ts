import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { toSvg } from '../../src/export/svg.ts';
import { matrixColumns, type Subtechniques } from '../../src/export/svg/cells.ts';
import { cellColor, hexColor, inkOn } from '../../src/export/svg/colors.ts';
import { domainOf, drawableLayerSchema, type DrawableLayer } from '../../src/export/svg/drawable-layer.ts';
import { layOut } from '../../src/export/svg/layout.ts';
import { metrics } from '../../src/export/svg/metrics.ts';
import { textWidth } from '../../src/export/svg/text-width.ts';
import { cut, wrap } from '../../src/export/svg/wrap.ts';
import { COVERAGE_RAMP } from '../../src/navigator/colors.ts';
import { coverageLayer } from '../../src/navigator/layers/coverage.ts';
import { buildLayers } from '../../src/navigator/layers.ts';
import { embeddedBase } from '../workspace-builder.ts';
import { smallAttack, smallTeam } from './scenario.ts';

function aLayer(overrides: object = {}): DrawableLayer {
  return drawableLayerSchema.parse({ name: 'A layer', domain: 'enterprise-attack', ...overrides });
}

function ownLayer(): DrawableLayer {
  const workspace = smallTeam();
  const named = buildLayers(workspace, assess(workspace)).find(({ id }) => id === coverageLayer.id)!;
  return drawableLayerSchema.parse(named.layer);
}

interface Drawn {
  elements: string[];
  texts: string[];
  titles: string[];
}

/** Parses strictly, so that a drawing that is no XML fails. */
function drawn(svg: string): Drawn {
  const found: Drawn = { elements: [], texts: [], titles: [] };
  const open: { name: string; text: string }[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    found.elements.push(name);
    open.push({ name, text: '' });
  });
  parser.on('text', (text) => {
    for (const element of open) element.text += text;
  });
  parser.on('closetag', () => {
    const closed = open.pop()!;
    if (closed.name === 'text') found.texts.push(closed.text);
    if (closed.name === 'title') found.titles.push(closed.text);
  });
  parser.write(svg).close();
  return found;
}

describe('a drawing', () => {
  test('of a small matrix', async () => {
    await expect(toSvg(ownLayer(), smallAttack())).toMatchFileSnapshot('__snapshots__/coverage.svg');
  });

  test('is one A3 page in landscape, of shapes and text alone', () => {
    const svg = toSvg(ownLayer(), smallAttack());
    expect(svg).toMatch(/^<svg [^>]*width="420mm" height="297mm" viewBox="0 0 420 297"/);
    expect(new Set(drawn(svg).elements)).toEqual(
      new Set(['svg', 'title', 'desc', 'rect', 'text', 'tspan', 'g']),
    );
    expect(svg).not.toMatch(/href|url\(|style=/);
  });

  test('says name and score of a technique as text, and all of it in its title', () => {
    const { texts, titles } = drawn(toSvg(ownLayer(), smallAttack()));
    expect(texts).toContain('PowerShell');
    const title = titles.find((text) => text.startsWith('T1059.001 PowerShell'))!;
    const [, score] = /Score (\d+)/.exec(title)!;
    expect(texts).toContain(score);
    expect(title.split('\n')).toHaveLength(3);
  });

  test('has the layer’s name, description and legend, and counts what has a score', () => {
    const layer = aLayer({
      description: 'What it says.',
      techniques: [{ techniqueID: 'T1059.001', score: 5 }],
      legendItems: [{ label: 'Much', color: '#253494' }],
    });
    const { texts } = drawn(toSvg(layer, smallAttack()));
    expect(texts).toEqual(expect.arrayContaining(['A layer', 'What it says.', 'Much', '1 of 5', '0 of 2']));
    expect(texts.at(-1)).toContain('1 of 8 techniques and sub-techniques have a score');
  });

  test('tells which ids this version of ATT&CK does not have', () => {
    const layer = aLayer({
      versions: { attack: '12' },
      techniques: [
        { techniqueID: 'T1086', score: 1 },
        { techniqueID: 'T9999', score: 1 },
      ],
    });
    const footer = drawn(toSvg(layer, embeddedBase('enterprise'))).texts.at(-1);
    expect(footer).toContain('0 of 697');
    expect(footer).toContain('made for ATT&CK 12');
    expect(footer).toContain('T1086 and T9999');
  });

  test.each([
    ['none', ['T1059', 'T1053']],
    ['scored', ['T1059', 'T1059.001', 'T1053']],
    ['all', ['T1059', 'T1059.001', 'T1059.003', 'T1053', 'T1053.005']],
  ] as [Subtechniques, string[]][])('with %s sub-techniques', (which, ids) => {
    const layer = aLayer({ techniques: [{ techniqueID: 'T1059.001', score: 0 }] });
    const [execution] = matrixColumns(layer, smallAttack(), which);
    expect(execution?.cells.map(({ id }) => id)).toEqual(ids);
  });

  test('an entry for one tactic colours the technique under that one only', () => {
    const layer = aLayer({ techniques: [{ techniqueID: 'T1053', tactic: 'persistence', score: 7 }] });
    const scores = matrixColumns(layer, smallAttack(), 'none').map(
      ({ cells }) => cells.find(({ id }) => id === 'T1053')?.score,
    );
    expect(scores).toEqual([undefined, 7, undefined]);
  });

  test('foreign text is text wherever it stands', () => {
    const hostile = `<script>alert(1)</script> & " ' ]]> \u0000\ufffe\ud800`;
    const layer = aLayer({
      name: hostile,
      description: hostile,
      techniques: [{ techniqueID: 'T1059.001', score: 1, color: '#fff" onload="x', comment: hostile }],
      legendItems: [{ label: hostile, color: 'red;x' }],
      gradient: { colors: ['url(#x)', '#00ff00'], minValue: 0, maxValue: 1 },
    });
    const svg = toSvg(layer, smallAttack());
    expect(drawn(svg).elements).not.toContain('script');
    expect(svg).not.toMatch(/onload|url\(/);
  });

  test('is the same text every time', () => {
    expect(toSvg(ownLayer(), smallAttack())).toBe(toSvg(ownLayer(), smallAttack()));
  });
});

describe('the layout', () => {
  test.each([
    ['enterprise', 'none'],
    ['enterprise', 'all'],
    ['mobile', 'all'],
    ['ics', 'all'],
  ] as const)(
    'of %s with %s sub-techniques keeps every cell on the page, and none on another',
    (domain, which) => {
      const layer = aLayer({
        domain: `${domain}-attack`,
        techniques: embeddedBase(domain).techniques.map(({ id }) => ({ techniqueID: id, score: 100 })),
      });
      const columns = matrixColumns(layer, embeddedBase(domain), which);
      const box = { x: 10, y: 33, width: 400, height: 249 };
      const { columns: placed, fontSize } = layOut(columns, box);
      const cells = placed.flatMap((column) => column.cells);
      expect(cells).toHaveLength(columns.reduce((sum, column) => sum + column.cells.length, 0));
      for (const { x, y, width, height } of cells) {
        expect(x).toBeGreaterThanOrEqual(box.x);
        expect(x + width).toBeLessThanOrEqual(box.x + box.width + 1e-6);
        expect(y + height).toBeLessThanOrEqual(box.y + box.height + 1e-6);
      }
      for (const [index, one] of cells.entries()) {
        for (const other of cells.slice(index + 1)) {
          const apart =
            one.x + one.width <= other.x + 1e-6 ||
            other.x + other.width <= one.x + 1e-6 ||
            one.y + one.height <= other.y + 1e-6 ||
            other.y + other.height <= one.y + 1e-6;
          if (!apart) throw new Error(`${one.cell.id} stands on ${other.cell.id}`);
        }
      }
      // 4 points in print: what a map's smallest lettering has.
      expect(fontSize).toBeGreaterThan(which === 'all' && domain === 'enterprise' ? 1.2 : 1.41);
    },
  );

  test('no line of a cell is wider than the cell', () => {
    const columns = matrixColumns(aLayer(), embeddedBase('enterprise'), 'all');
    const { columns: placed, fontSize } = layOut(columns, { x: 0, y: 0, width: 400, height: 249 });
    for (const { lines, width } of placed.flatMap(({ cells }) => cells))
      for (const line of lines)
        expect(textWidth(line, fontSize)).toBeLessThanOrEqual(width - 2 * metrics(fontSize).padX + 1e-6);
  });
});

describe('text', () => {
  test('breaks between words, after a hyphen and after a slash', () => {
    const one = textWidth('Adversary-in-the-', 10);
    expect(wrap('Adversary-in-the-Middle', 10, one, 3)).toEqual(['Adversary-in-the-', 'Middle']);
    expect(wrap('Scheduled Task/Job', 10, textWidth('Scheduled', 10), 3)).toEqual(['Scheduled', 'Task/Job']);
  });

  test('ends in an ellipsis where it does not fit', () => {
    expect(wrap('one two three', 10, textWidth('two th…', 10), 2)).toEqual(['one two', 'three']);
    expect(wrap('one two three', 10, textWidth('one', 10) + 1, 2)).toEqual(['one', 't…']);
    expect(cut('abcdef', 10, textWidth('abc…', 10))).toBe('abc…');
  });

  test('leaves room for a number on the first line', () => {
    expect(wrap('one two', 10, textWidth('one two', 10), 2)).toEqual(['one two']);
    expect(wrap('one two', 10, textWidth('one two', 10), 2, 5)).toEqual(['one', 'two']);
  });
});

describe('colours', () => {
  test.each([
    ['#ABC', '#aabbcc'],
    ['#ff6666ff', '#ff6666'],
    ['#1234', '#112233'],
    ['red', undefined],
    ['', undefined],
  ])('%s is %s', (written, color) => {
    expect(hexColor(written)).toBe(color);
  });

  test('a colour of its own wins over the score, and no score is white', () => {
    const gradient = { colors: [...COVERAGE_RAMP], minValue: 0, maxValue: 100 };
    expect(cellColor({ color: '#D55E00', score: 3 }, gradient)).toBe('#d55e00');
    expect(cellColor({ score: 0 }, gradient)).toBe(COVERAGE_RAMP[0]);
    expect(cellColor({ score: 100 }, gradient)).toBe(COVERAGE_RAMP[3]);
    expect(cellColor({}, gradient)).toBe('#ffffff');
  });

  test('a score the Navigator cannot draw, and ramps of any number of stops, have colours', () => {
    const range = { minValue: 0, maxValue: 1000 };
    expect(cellColor({ score: 997 }, { colors: ['#000000', '#ffffff'], ...range })).toBe('#ffffff');
    expect(cellColor({ score: 500 }, { colors: ['#123456'], ...range })).toBe('#123456');
    expect(cellColor({ score: 0 }, { colors: ['#ff6666ff', '#ffe766ff', '#8ec843ff'], ...range })).toBe(
      '#ff6666',
    );
  });

  test.each([
    ['#ffffff', '#131f2b'],
    ['#000000', '#ffffff'],
    ['#253494', '#ffffff'],
    ['#edf8b1', '#131f2b'],
    ['#7fcdbb', '#131f2b'],
  ])('on %s the ink is %s', (color, ink) => {
    expect(inkOn(color)).toBe(ink);
  });
});

test('layers of older Navigators name their domain differently', () => {
  expect(domainOf(aLayer({ domain: 'mitre-enterprise' }))).toBe('enterprise');
  expect(domainOf(aLayer({ domain: 'mitre-mobile' }))).toBe('mobile');
});
