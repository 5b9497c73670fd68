import * as Plot from '@observablehq/plot';
import { expect, test } from 'vitest';
import { draw } from '../../src/charts/draw.ts';

const drawn = (): string =>
  draw({
    width: 100,
    height: 20,
    x: { domain: [0, 3] },
    marks: [
      Plot.barX([1], { x1: 0, x2: 1, className: 'level-proven' }),
      Plot.text(['<b>&"'], { x: 0, text: (text: string) => text, className: 'name' }),
    ],
  });

test('a drawing passes a strict Content-Security-Policy: no style element, no style attribute, no script', () => {
  expect(drawn()).not.toMatch(/<style|style=|<script/);
});

test('a colour becomes a data attribute of the stylesheet, and no colour is written', () => {
  expect(drawn()).toContain('<g data-level="proven"');
  expect(drawn()).not.toMatch(/fill=|stroke=/);
});

test('text that looks like markup stays text', () => {
  expect(drawn()).toContain('&lt;b&gt;&amp;"');
});

test('numbers are rounded to a tenth, and the same drawing is the same text', () => {
  expect(drawn()).not.toMatch(/\d\.\d\d/);
  expect(drawn()).toBe(drawn());
});

test('a drawing is hidden from screen readers', () => {
  expect(drawn()).toMatch(/^<svg[^>]* aria-hidden="true"/);
});
