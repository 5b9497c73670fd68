import { expect, test } from 'vitest';
import { navigatorLink } from '../../src/site/navigator-address.ts';

test('a link names the layer behind the hash, whatever the layer’s address holds', () => {
  expect(navigatorLink('https://soc.example.org/navigator/', 'https://soc.example.org/a b&c#d.json')).toBe(
    'https://soc.example.org/navigator/#layerURL=https%3A%2F%2Fsoc.example.org%2Fa%20b%26c%23d.json',
  );
});

test('a Navigator’s own hash is replaced', () => {
  expect(navigatorLink('https://nav.example.org/#tabs=false', 'https://soc.example.org/x.json')).toBe(
    'https://nav.example.org/#layerURL=https%3A%2F%2Fsoc.example.org%2Fx.json',
  );
});
