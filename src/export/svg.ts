import { domainName } from '../attack/domain.ts';
import { listed } from '../coverage/wording.ts';
import { matrixColumns, undrawnIds, type DrawnKnowledge, type Subtechniques } from './svg/cells.ts';
import { drawLegend } from './svg/draw-legend.ts';
import { drawMatrix } from './svg/draw-matrix.ts';
import type { DrawableLayer } from './svg/drawable-layer.ts';
import { element, escaped, textElement } from './svg/elements.ts';
import { layOut } from './svg/layout.ts';
import { cut, wrap } from './svg/wrap.ts';

/** A3, landscape, in millimetres. Every A format has its shape, so it prints on A4 as well. */
const PAGE = { width: 420, height: 297 };
const MARGIN = 10;
const HEAD = 23;
const FOOT = 5;
const FONTS = "Helvetica, Arial, 'Liberation Sans', sans-serif";

export interface SvgOptions {
  subtechniques?: Subtechniques;
  /** What stands under each tactic, in their order, in place of how many have a score; with a sentence on it for the foot. */
  shares?: { of: readonly { part: number; whole: number }[]; says: string };
}

/**
 * A Navigator layer as a drawing on one page: the matrix with names and scores as text, in the colours the Navigator
 * gives them, with title, description and legend. No scripts, no style sheets, nothing from elsewhere.
 */
export function toSvg(
  layer: DrawableLayer,
  knowledge: DrawnKnowledge,
  { subtechniques = 'scored', shares }: SvgOptions = {},
): string {
  const columns = matrixColumns(layer, knowledge, subtechniques).map((column, place) => {
    const share = shares?.of[place];
    return share ? { ...column, scored: share.part, total: share.whole } : column;
  });
  const inner = PAGE.width - 2 * MARGIN;
  const layout = layOut(columns, {
    x: MARGIN,
    y: MARGIN + HEAD,
    width: inner,
    height: PAGE.height - 2 * MARGIN - HEAD - FOOT,
  });
  const described = wrap(layer.description, 2.5, inner * 0.62, 3);
  const parts = [
    element('title', {}, escaped(layer.name)),
    element('desc', {}, escaped(layer.description)),
    element('rect', { ...PAGE, fill: '#ffffff' }),
    textElement([cut(layer.name, 6.2, inner * 0.6)], {
      x: MARGIN,
      y: MARGIN + 5.2,
      lineHeight: 7,
      'font-size': 6.2,
      'font-weight': 'bold',
      fill: '#131f2b',
    }),
    textElement(described, { x: MARGIN, y: MARGIN + 10, lineHeight: 3.3, 'font-size': 2.5, fill: '#3f4d58' }),
    drawLegend(layer, { x: MARGIN + inner * 0.65, y: MARGIN + 0.8, width: inner * 0.35, height: HEAD - 5 }),
    drawMatrix(layout),
    textElement([cut(footer(layer, knowledge, shares?.says), 2.3, inner)], {
      x: MARGIN,
      y: PAGE.height - MARGIN,
      lineHeight: 3,
      'font-size': 2.3,
      fill: '#56646f',
    }),
  ];
  const { width, height } = PAGE;
  return `${element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      width: `${width}mm`,
      height: `${height}mm`,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': FONTS,
      role: 'img',
    },
    `\n${parts.filter((part) => part !== '').join('\n')}\n`,
  )}\n`;
}

/** How many cells have a score, and which entries of the layer this version of ATT&CK cannot place. */
function footer(
  layer: DrawableLayer,
  knowledge: DrawnKnowledge,
  says = 'Under each tactic: how many of its techniques have one.',
): string {
  const scored = new Set(
    layer.techniques.flatMap(({ techniqueID, score }) => (typeof score === 'number' ? [techniqueID] : [])),
  );
  const undrawn = undrawnIds(layer, knowledge);
  const drawn = [...scored].filter((id) => !undrawn.includes(id)).length;
  const version = layer.versions?.attack;
  return [
    `ATT&CK ${domainName(knowledge.domain)} ${knowledge.version}: ${drawn} of ${knowledge.techniques.length} techniques and sub-techniques have a score, in bold. ${says}`,
    ...(version !== undefined && version !== knowledge.version.split('.', 1)[0]
      ? [`The layer was made for ATT&CK ${version}.`]
      : []),
    ...(undrawn.length > 0
      ? [`Not drawn, since this version has no such active technique: ${listed(undrawn, 5)}.`]
      : []),
  ].join(' ');
}
