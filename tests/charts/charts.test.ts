import { describe, expect, test } from 'vitest';
import { actorsComparedChart } from '../../src/charts/actors-compared.ts';
import type { Chart } from '../../src/charts/chart.ts';
import { exerciseOutcomesChart } from '../../src/charts/exercise-outcomes.ts';
import { logSourceChart } from '../../src/charts/log-sources.ts';
import { playbookSpansChart } from '../../src/charts/playbook-spans.ts';
import { robustnessChart } from '../../src/charts/robustness.ts';
import { ruleAgesChart } from '../../src/charts/rule-ages.ts';
import { tacticLevelsChart } from '../../src/charts/tactic-levels.ts';
import { actorCoverages } from '../../src/coverage/actors.ts';
import { assess } from '../../src/coverage/assess.ts';
import { componentCoverage } from '../../src/coverage/component-coverage.ts';
import { playbookSpans } from '../../src/coverage/playbook-spans.ts';
import { ruleAges } from '../../src/coverage/rule-ages.ts';
import { tacticRobustness } from '../../src/coverage/tactic-robustness.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace, embeddedBase } from '../workspace-builder.ts';

const NOW = '2026-07-01';
const knowledge = embeddedBase('ics');
const workspace = aWorkspace({
  config: { attack: { version: '18.1', domains: ['ics'], bundles: [] } },
  detections: [
    aDetection({ title: 'One', techniques: ['T0803', 'T0804'], modified: '2026-05-02' }),
    aDetection({
      title: 'Two',
      techniques: ['T0803'],
      modified: '2023-01-10',
      robustness: { rung: 'hash', because: 'A hash.', parts: [], by: 'query' },
    }),
    aDetection({ title: 'Three', techniques: ['T0804'] }),
  ],
  exercises: [
    anExercise({ title: 'Spring', date: '2026-04-01', outcomes: [['T0803', 'detected']] }),
    anExercise({
      title: 'Summer',
      date: '2026-06-01',
      outcomes: [
        ['T0804', 'missed'],
        ['T0804', 'logged'],
      ],
    }),
    anExercise({ title: 'Empty', date: '2026-06-02' }),
  ],
  playbooks: [
    aPlaybook({ title: 'Late', reviewed: '2026-01-01', due: '2026-06-21' }),
    aPlaybook({ title: 'Soon', reviewed: '2026-06-01' }),
    aPlaybook({ title: 'Retired', reviewed: '2020-01-01', status: 'retired' }),
    aPlaybook({ title: 'Never' }),
  ],
});
const coverage = assess(workspace);
const ics = coverage.domains.get('ics')!;

const column = (chart: Chart | undefined, label: string): number[] => {
  const index = chart!.table.columns.findIndex((each) => each.label === label);
  return chart!.table.rows.map(({ cells }) => Number(cells[index]!.replaceAll(',', '')));
};
const sum = (numbers: readonly number[]): number => numbers.reduce((all, number) => all + number, 0);
/** Width of the bars of one colour. */
const drawnWidth = (svg: string, paint: string): number =>
  sum(
    [
      ...(new RegExp(`<g ${paint}[^>]*><rect[\\s\\S]*?</g>`).exec(svg)?.[0] ?? '').matchAll(
        / width="([\d.]+)"/g,
      ),
    ].map(([, width]) => Number(width)),
  );

describe('coverage by tactic', () => {
  const chart = tacticLevelsChart(ics, knowledge);

  test('is drawn the same way every time', async () => {
    await expect(`${chart.svg}\n`).toMatchFileSnapshot('__snapshots__/tactic-levels.svg');
    await expect(`${chart.narrow ?? ''}\n`).toMatchFileSnapshot('__snapshots__/tactic-levels-narrow.svg');
    expect(tacticLevelsChart(ics, knowledge)).toEqual(chart);
  });

  test('counts every technique of a tactic once, on its level', () => {
    const levels = chart.key!.map(({ label }) => column(chart, label));
    chart.table.rows.forEach((_, row) => {
      expect(sum(levels.map((numbers) => numbers[row]!))).toBe(column(chart, 'In scope')[row]);
    });
    expect(column(chart, 'Covered')).toEqual(ics.tactics.map(({ covered }) => covered));
  });

  test('draws bars as long as their numbers', () => {
    const none = drawnWidth(chart.svg, 'data-level="none"');
    const failed = drawnWidth(chart.svg, 'data-level="failed"');
    const unit = none / sum(column(chart, 'None'));
    expect(failed / unit).toBeCloseTo(sum(column(chart, 'Failed')), 0);
  });

  test('says how much is covered and where most and least of it is', () => {
    expect(chart.summary).toMatchInlineSnapshot(
      `"1 of 83 techniques of ICS covered; most of Inhibit Response Function (7 %), least of Impact (0 %)."`,
    );
  });

  test('leads from a row to its tactic', () => {
    expect(chart.table.rows[0]).toMatchObject({ path: 'tactics/TA0108/' });
  });
});

describe('robustness', () => {
  test('counts a rule in each of its tactics once, and one nobody judged as such', () => {
    const tactics = tacticRobustness(ics, knowledge);
    for (const { rules, spread } of tactics) expect(sum(Object.values(spread))).toBe(rules);
    const chart = robustnessChart(tactics, knowledge);
    expect(chart?.table).toMatchInlineSnapshot(`
      {
        "columns": [
          {
            "label": "Tactic",
          },
          {
            "label": "File hash",
            "numeric": true,
          },
          {
            "label": "Not judged",
            "numeric": true,
          },
          {
            "label": "Below tool",
            "numeric": true,
          },
          {
            "label": "Rules",
            "numeric": true,
          },
        ],
        "rows": [
          {
            "cells": [
              "Inhibit Response Function",
              "1",
              "2",
              "1",
              "3",
            ],
            "path": "tactics/TA0107/",
          },
        ],
      }
    `);
    expect(chart?.summary).toMatchInlineSnapshot(
      `"Counting rules of ICS; at the end of a row, how many an adversary evades by renaming or moving something: most for Inhibit Response Function, 1 of 3 rules."`,
    );
  });

  test('has no picture where no rule counts', () => {
    const bare = assess(
      aWorkspace({ config: { attack: { version: '18.1', domains: ['ics'], bundles: [] } } }),
    );
    expect(robustnessChart(tacticRobustness(bare.domains.get('ics')!, knowledge), knowledge)).toBeUndefined();
  });
});

describe('rules by their last change', () => {
  const ages = ruleAges(workspace.detections, NOW, 365);

  test('every quarter from the oldest change to now is there, and every dated rule in one of them', () => {
    expect(ages.undated).toBe(1);
    expect(ages.quarters[0]).toEqual({ from: '2023-01-01', fresh: 0, stale: 1 });
    expect(ages.quarters.at(-1)?.from).toBe('2026-07-01');
    expect(ages.quarters).toHaveLength(15);
    expect(ages.quarters.filter(({ fresh }) => fresh > 0)).toEqual([
      { from: '2026-04-01', fresh: 1, stale: 0 },
    ]);
  });

  test('the whole window is drawn even where everything is newer', () => {
    const [first] = ruleAges([aDetection({ modified: '2026-05-02' })], NOW, 365).quarters;
    expect(first?.from).toBe('2025-07-01');
  });

  test('says what is past its window and what nobody dated', () => {
    expect(ruleAgesChart(ages, NOW, 365)?.summary).toBe(
      '1 counting rule changed within 365 days of 2026-07-01, 1 not, 1 without a date.',
    );
  });

  test('has no picture without a date', () => {
    expect(ruleAgesChart(ruleAges([aDetection()], NOW, 365), NOW, 365)).toBeUndefined();
  });
});

describe('playbooks by the day they are due', () => {
  const spans = playbookSpans(workspace.playbooks, NOW, 180);

  test('an active playbook is due on its own day or at the end of its window; the most urgent is first', () => {
    expect(spans.map(({ playbook, until, overdue }) => [playbook.title, until, overdue])).toEqual([
      ['Late', '2026-06-21', 10],
      ['Soon', '2026-11-28', 0],
    ]);
  });

  test('says how many are overdue, and since when', () => {
    expect(playbookSpansChart(spans, NOW)?.summary).toBe(
      '1 of 2 active playbooks overdue on 2026-07-01; Late is longest overdue, 2026-06-21.',
    );
    expect(playbookSpansChart([], NOW)).toBeUndefined();
  });
});

describe('exercises', () => {
  const chart = exerciseOutcomesChart(workspace.exercises);

  test('stand newest first, those without a result left out', () => {
    expect(chart?.table.rows.map(({ cells }) => cells)).toMatchInlineSnapshot(`
      [
        [
          "Summer",
          "2026-06-01",
          "0",
          "0",
          "0",
          "1",
          "1",
          "0",
        ],
        [
          "Spring",
          "2026-04-01",
          "1",
          "0",
          "0",
          "0",
          "0",
          "0",
        ],
      ]
    `);
    expect(chart?.summary).toBe('2 exercises: 1 result seen, 1 missed.');
  });

  test('have no picture where nothing was run', () => {
    expect(exerciseOutcomesChart([anExercise()])).toBeUndefined();
  });
});

describe('actors', () => {
  const actors = actorCoverages(workspace, coverage);
  const chart = actorsComparedChart(actors);

  test('stand by what is open, and no more than thirty', () => {
    const open = column(chart, 'In scope').map((total, row) => total - column(chart, 'Covered')[row]!);
    expect(open).toEqual(open.toSorted((a, b) => b - a));
    expect(open).toHaveLength(30);
    expect(chart?.summary).toMatch(/^The 30 actors with most open\. /);
  });

  test('are not compared where there is one', () => {
    expect(actorsComparedChart(actors.slice(0, 1))).toBeUndefined();
  });
});

describe('what is collected', () => {
  test('says nothing where nobody says what is collected', () => {
    expect(componentCoverage(ics)).toEqual([]);
    expect(logSourceChart([])).toBeUndefined();
  });

  test('counts the techniques a collected component is read for by level, and leaves out what is not collected', () => {
    const levels = { none: 3, hunted: 0, claimed: 1, tested: 0, proven: 1, failed: 0 };
    const component = { levels, total: 5, covered: 2, rules: 4 };
    const chart = logSourceChart([
      { id: 'DC0001', name: 'Process Creation', collected: true, ...component },
      { id: 'DC0002', name: 'File Access', collected: false, ...component },
    ]);
    expect(chart?.table.rows.map(({ cells }) => cells)).toEqual([
      ['Process Creation', '1', '1', '3', '2', '5', '4'],
    ]);
    expect(chart?.summary).toContain('Process Creation has most left to use: 3 techniques of 5');
  });
});
