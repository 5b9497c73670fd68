import { describe, expect, test } from 'vitest';
import { techniqueTrendChart } from '../../src/charts/technique-trend.ts';
import { trendChart } from '../../src/charts/trend.ts';
import type { DomainState, History, TechniqueState } from '../../src/coverage/history.ts';

const state = (
  claimed: number,
  proven: number,
  techniques: Record<string, TechniqueState> = {},
): DomainState => ({
  levels: { none: 100 - claimed - proven, hunted: 0, claimed, tested: 0, proven, failed: 0 },
  total: 100,
  covered: claimed + proven,
  tactics: {},
  techniques,
});

const history = (...states: DomainState[]): History => ({
  points: states.map((each, month) => ({
    date: `2026-0${String(month + 1)}-15`,
    commits: [],
    domains: { enterprise: each },
  })),
  changes: [],
  notes: [],
});

describe('coverage over time', () => {
  const chart = trendChart(history(state(10, 0), state(12, 2), state(11, 5)), 'enterprise');

  test('is drawn the same way every time', async () => {
    await expect(`${chart?.svg ?? ''}\n`).toMatchFileSnapshot('__snapshots__/trend.svg');
  });

  test('says where it stands and where it stood', () => {
    expect(chart?.summary).toBe(
      '16 of 100 techniques covered on 2026-03-15 (16 %), 5 of them proven; 10 on 2026-01-15 (10 %), 0 proven.',
    );
  });

  test('names each band at its end with its number', () => {
    expect(chart?.svg).toContain('Proven 5');
    expect(chart?.svg).toContain('Claimed 11');
    expect(chart?.svg).not.toContain('Tested');
  });

  test('is no trend with one point, nor for a domain without any', () => {
    expect(trendChart(history(state(10, 0)), 'enterprise')).toBeUndefined();
    expect(trendChart(history(state(10, 0), state(12, 0)), 'ics')).toBeUndefined();
  });
});

describe('one technique over time', () => {
  const at = (...states: (TechniqueState | undefined)[]): History =>
    history(...states.map((each) => state(1, 0, each ? { T1059: each } : {})));

  test('is drawn the same way every time', async () => {
    const chart = techniqueTrendChart(
      at(undefined, ['claimed', 30, 1], ['proven', 75, 2]),
      'enterprise',
      'T1059',
    );
    await expect(`${chart?.svg ?? ''}\n`).toMatchFileSnapshot('__snapshots__/technique-trend.svg');
    expect(chart?.summary).toBe(
      'Proven, score 75 on 2026-03-15; None, score 0 on 2026-01-15; 2 changes between.',
    );
    expect(chart?.svg.match(/<rect/g)).toHaveLength(3);
  });

  test('has no picture where nothing moved, or with fewer than three points', () => {
    const same: TechniqueState = ['claimed', 30, 1];
    expect(techniqueTrendChart(at(same, same, same), 'enterprise', 'T1059')).toBeUndefined();
    expect(techniqueTrendChart(at(undefined, same), 'enterprise', 'T1059')).toBeUndefined();
  });
});
