import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fit, type Block } from '../../src/review/reporters/markdown/fit.ts';

function block(name: string, entries: number, own: Partial<Block> = {}): Block {
  return {
    open: `${name}\n`,
    head: 'head\n',
    entries: Array.from({ length: entries }, (_, nth) => ({
      full: `${name}${nth}${'.'.repeat(300)}`,
      short: short(name, nth),
    })),
    close: '',
    more: (left, shown) => `${left} more than ${shown}`,
    kept: false,
    ...own,
  };
}

const short = (name: string, nth: number): string => `${name}${nth}${'.'.repeat(100)}`;

const A = block('a', 3, { kept: true });
const B = block('b', 3);
const C = block('c', 3);
const lengths = ({ blocks }: { blocks: string[] }): number[] => blocks.map(({ length }) => length);

test('with room enough nothing is left out', () => {
  const fitted = fit([A, B, C], 10_000);
  expect(fitted).toMatchObject({ shortened: 0, left: 0 });
  expect(fitted.blocks[0]).toBe(`a\nhead\n${A.entries.map(({ full }) => full).join('\n')}`);
});

test('detail goes from the end, and no more of it than has to', () => {
  const all = lengths(fit([A, B, C], 10_000)).reduce((sum, length) => sum + length, 0);
  const { blocks, shortened, left } = fit([A, B, C], all - 220);
  expect({ shortened, left }).toEqual({ shortened: 2, left: 0 });
  expect(blocks[2]).toBe(['c', 'head', C.entries[0]!.full, short('c', 1), short('c', 2)].join('\n'));
  expect(blocks[1]).toContain(B.entries[2]!.full);
});

test('entries go when all others say as little as they can, and are counted', () => {
  const { blocks, left } = fit([A, B, C], 1553);
  expect(blocks[0]).toContain(A.entries[2]!.full);
  expect(blocks[1]).toBe(['b', 'head', short('b', 0), short('b', 1), short('b', 2)].join('\n'));
  expect(blocks[2]).toBe(['c', 'head', short('c', 0), '', '2 more than 1'].join('\n'));
  expect(left).toBe(2);
});

test('what is kept loses its detail last, and a table without rows has no head', () => {
  const { blocks } = fit([A, B, C], 20);
  expect(blocks[1]).toBe('b\n3 more than 0');
  expect(blocks[2]).toBe('c\n3 more than 0');
  expect(blocks[0]).toContain('more than');
});

const blocks = fc.array(
  fc
    .record({ entries: fc.nat(30), size: fc.nat(300), kept: fc.boolean() })
    .map(({ entries, size, kept }, ...rest) =>
      block(`n${rest.length}`, entries, {
        kept,
        entries: Array.from({ length: entries }, () => ({
          full: 'f'.repeat(size + 1),
          short: 'f'.repeat(size / 3 + 1),
        })),
      }),
    ),
  { maxLength: 8 },
);

test('whatever there is to say, it fits into what room there is for its frame', () => {
  fc.assert(
    fc.property(blocks, fc.nat(9000), (all, wish) => {
      const frame = all.reduce((sum, { open, head }) => sum + open.length + head.length + 124, 0);
      const room = frame + wish;
      const fitted = fit(all, room);
      expect(fitted.blocks.join('\n\n').length).toBeLessThanOrEqual(room);
      const entries = all.reduce((sum, one) => sum + one.entries.length, 0);
      expect(fitted.left + fitted.shortened).toBeLessThanOrEqual(entries);
    }),
  );
});
