import { expect, test } from 'vitest';
import { COVERAGE_RAMP } from '../../src/navigator/colors.ts';
import { colorOf, isDrawable } from '../../src/navigator/gradient.ts';
import { countScale, percentScale } from '../../src/navigator/scale.ts';

test('one outlier does not make every other count pale', () => {
  const { gradient, legendItems } = countScale(
    COVERAGE_RAMP,
    [...Array.from({ length: 99 }, (_, i) => 1 + (i % 20)), 500],
    'rule',
  );
  expect(gradient).toEqual({ colors: COVERAGE_RAMP, minValue: 0, maxValue: 19 });
  expect(legendItems.map(({ label }) => label)).toEqual([
    '1 rule',
    '6 rules',
    '13 rules',
    '19 rules or more',
  ]);
});

test('a legend whose last value is the largest count does not say “or more”', () => {
  expect(countScale(COVERAGE_RAMP, [1, 2, 9], 'rule').legendItems.at(-1)?.label).toBe('9 rules');
});

test('no counts at all still give a gradient with a range', () => {
  expect(countScale(COVERAGE_RAMP, [], 'playbook').gradient).toMatchObject({ minValue: 0, maxValue: 5 });
});

test.each([1, 5, 100, 198, 199, 200, 201, 250, 1000])(
  'counts up to %i never fall off the colour table',
  (largest) => {
    const counts = Array.from({ length: largest }, (_, index) => index + 1);
    for (const all of [counts, counts.map(() => largest)]) {
      const { gradient } = countScale(COVERAGE_RAMP, all, 'rule');
      expect(all.filter((count) => !isDrawable(gradient, count))).toEqual([]);
    }
  },
);

test('a legend has the colours of its scores', () => {
  const { gradient, legendItems } = percentScale(COVERAGE_RAMP, [
    [0, 'nothing'],
    [50, 'half'],
    [100, 'all'],
  ]);
  expect(legendItems).toEqual([
    { label: 'nothing', color: COVERAGE_RAMP[0] },
    { label: 'half', color: colorOf(COVERAGE_RAMP, gradient, 50) },
    { label: 'all', color: COVERAGE_RAMP[3] },
  ]);
});
