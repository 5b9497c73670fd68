import { hexColor } from './colors.ts';
import type { DrawableLayer } from './drawable-layer.ts';
import { element, textElement } from './elements.ts';
import type { Box } from './layout.ts';
import { textWidth } from './text-width.ts';
import { cut } from './wrap.ts';

const FONT = 2.5;
const SWATCH = 3;
const ROW = 4.1;
const GAP = 5;

/** The layer's legend in columns from top to bottom, flush with the right of its box. What has no room is counted. */
export function drawLegend({ legendItems }: Pick<DrawableLayer, 'legendItems'>, box: Box): string {
  const rows = Math.max(1, Math.floor(box.height / ROW));
  const groups = Array.from({ length: Math.ceil(legendItems.length / rows) }, (_, nth) =>
    legendItems
      .slice(nth * rows, (nth + 1) * rows)
      .map((item) => ({ ...item, label: cut(item.label, FONT, 52) })),
  );
  const placed: string[] = [];
  let right = box.x + box.width;
  for (const group of groups.reverse()) {
    const width = SWATCH + 1.5 + Math.max(...group.map(({ label }) => textWidth(label, FONT)));
    const left = right - width;
    if (left < box.x) break;
    group.forEach(({ label, color }, row) => placed.push(drawItem(label, color, left, box.y + row * ROW)));
    right = left - GAP;
  }
  return placed.join('\n');
}

function drawItem(label: string, color: string, x: number, y: number): string {
  return [
    element('rect', {
      x,
      y,
      width: SWATCH,
      height: SWATCH,
      fill: hexColor(color) ?? '#ffffff',
      stroke: '#8b98a0',
      'stroke-width': 0.15,
    }),
    textElement([label], {
      x: x + SWATCH + 1.5,
      y: y + 2.4,
      lineHeight: ROW,
      'font-size': FONT,
      fill: '#131f2b',
    }),
  ].join('');
}
