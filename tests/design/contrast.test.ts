import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { colourPairs, contrastOf } from '../../src/design/contrast.ts';
import { readTokens, THEMES } from '../../src/design/tokens.ts';

const sheets = readdirSync('src/styles')
  .filter((name) => name.endsWith('.css'))
  .map((name) => ({ name, css: readFileSync(`src/styles/${name}`, 'utf8') }));
const tokens = sheets.flatMap(({ css }) => readTokens(css));
const pairs = colourPairs(tokens);

test('tokens have a value for each theme', () => {
  const ink = tokens.find(({ name }) => name === 'ink');
  expect(ink?.value.light).toMatch(/^oklch\(0\.2/);
  expect(ink?.value.dark).toMatch(/^oklch\(0\.9/);
  expect(tokens.find(({ name }) => name === 'severity-error')?.value).toEqual(
    tokens.find(({ name }) => name === 'failed-mark')?.value,
  );
});

test('black on white is 21 to 1', () => {
  const two = readTokens(':root { --a: #000; --b: light-dark(#fff, #000); }');
  expect(contrastOf({ ink: 'a', ground: 'b' }, two, 'light')).toBeCloseTo(21, 5);
  expect(contrastOf({ ink: 'a', ground: 'b' }, two, 'dark')).toBeCloseTo(1, 5);
});

describe.each(THEMES)('in the %s theme', (theme) => {
  test.each(pairs)('$ink on $ground is at least $atLeast to 1', (pair) => {
    expect(contrastOf(pair, tokens, theme)).toBeGreaterThanOrEqual(pair.atLeast);
  });
});

test('every level has its three colours, and each is in a pair', () => {
  for (const level of ['none', 'hunted', 'claimed', 'tested', 'proven', 'failed']) {
    expect(pairs.filter(({ ink }) => ink === `${level}-mark`)).toHaveLength(3);
    expect(pairs).toContainEqual({ ink: `${level}-on`, ground: `${level}-fill`, atLeast: 4.5 });
  }
});

test('no stylesheet names a colour but as the value of a custom property', () => {
  const strays = sheets.flatMap(({ name, css }) =>
    css
      .replaceAll(/\/\*[\s\S]*?\*\//g, '')
      .split(/[;{}]/)
      .map((declaration) => declaration.trim())
      .filter((declaration) => /oklch\([\d.]|rgba?\(|hsl\(|:\s*[^(]*#[\da-f]{3,8}\b/i.test(declaration))
      .filter((declaration) => !declaration.startsWith('--'))
      .map((declaration) => `${name}: ${declaration}`),
  );
  expect(strays).toEqual([]);
});
