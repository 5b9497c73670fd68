import { expect, test } from 'vitest';
import { contentFiles, demoRules, readContent, readYaml, type Fields } from './demo.ts';
import { matches, type DetectionMap, type Event } from './sigma-matcher.ts';

interface Case {
  rule: string;
  info: string;
  path: string;
  declared: number;
  event: Event;
}

const rules = demoRules().filter(({ fields }) => 'detection' in fields);
const detectionOf = new Map(
  rules.map(({ fields }) => [String(fields['id']), fields['detection'] as DetectionMap]),
);

/** The event as Sigma's taxonomy names its fields: the event's own data beside what its header says. */
function eventOf(path: string): Event {
  const { Event } = JSON.parse(readContent(path)) as {
    Event: { System: Fields & { Provider: { '#attributes': { Name: string } } }; EventData: Fields };
  };
  const { System, EventData } = Event;
  return {
    EventID: System['EventID'],
    Channel: System['Channel'],
    Computer: System['Computer'],
    Provider_Name: System.Provider['#attributes'].Name,
    ...EventData,
  };
}

const cases: Case[] = contentFiles('detections/regression_data/**/info.yml').flatMap((info) => {
  const fields = readYaml(info);
  const [about] = fields['rule_metadata'] as { id: string }[];
  return (fields['regression_tests_info'] as { path: string; match_count: number }[]).map((entry) => ({
    rule: about?.id ?? '',
    info,
    path: entry.path,
    declared: entry.match_count,
    event: eventOf(entry.path),
  }));
});

test('at least eight rules have regression data, each a rule that names it', () => {
  const named = rules.filter(({ fields }) => 'regression_tests_path' in fields);
  expect(named.length).toBeGreaterThanOrEqual(8);
  expect(named.map(({ fields }) => [fields['id'], fields['regression_tests_path']]).sort()).toEqual(
    cases.map(({ rule, info }) => [rule, info]).sort(),
  );
});

test.each(cases)('the event of $info matches its rule', ({ rule, event, declared }) => {
  const detection = detectionOf.get(rule);
  expect(detection).toBeDefined();
  expect([event].filter((one) => matches(detection ?? {}, one))).toHaveLength(declared);
});

test.each(cases)('the event of $info matches no other rule that has regression data', ({ rule, event }) => {
  const others = cases.filter((other) => other.rule !== rule).map((other) => other.rule);
  expect(others.filter((other) => matches(detectionOf.get(other) ?? {}, event))).toEqual([]);
});

test.each(cases)(
  'the rule of $info no longer matches an event without what it keys on',
  ({ rule, event }) => {
    const header = { EventID: event['EventID'], Channel: event['Channel'], Computer: event['Computer'] };
    expect(matches(detectionOf.get(rule) ?? {}, header)).toBe(false);
  },
);

test('every condition of the demo can be evaluated', () => {
  for (const { fields } of rules) expect(matches(fields['detection'] as DetectionMap, {})).toBe(false);
});
