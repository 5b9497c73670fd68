import { expect, test } from 'vitest';
import { huntData } from '../../src/coverage/hunt-data.ts';
import { huntStanding } from '../../src/coverage/hunt-state.ts';
import type { CollectedLog } from '../../src/visibility/collected-log.ts';
import { aWorkspace } from '../workspace-builder.ts';

const sysmon: CollectedLog = {
  dataComponent: 'Process Creation',
  logSource: 'Sysmon',
  components: ['DC0032'],
  platforms: ['Windows'],
  source: 'team',
  path: 'visibility.yaml',
};

const states = (dataSources: string[], platforms: string[], visibility?: CollectedLog[]) =>
  huntData({ dataSources, platforms }, aWorkspace(visibility ? { visibility } : {})).map(
    ({ state }) => state,
  );

test('data is collected where a log gives it on every platform of the hunt, whatever its spelling', () => {
  expect(states(['Process: Process Creation', 'Process Creation', 'DC0032'], ['windows'], [sysmon])).toEqual([
    'collected',
    'collected',
    'collected',
  ]);
  expect(states(['Process Creation'], [], [sysmon])).toEqual(['collected']);
});

test('collected on some of its platforms is partly, and says where it is missing', () => {
  const [data] = huntData(
    { dataSources: ['Process Creation'], platforms: ['Windows', 'Linux'] },
    aWorkspace({ visibility: [sysmon] }),
  );
  expect(data).toMatchObject({
    state: 'partly',
    missingOn: ['Linux'],
    components: [{ name: 'Process Creation' }],
  });
});

test('nothing that gives it is missing; on other platforms only, as well', () => {
  expect(states(['WMI Creation'], ['Windows'], [sysmon])).toEqual(['missing']);
  expect(states(['Process Creation'], ['Linux'], [sysmon])).toEqual(['missing']);
});

test('a log that starts later is not collected yet', () => {
  expect(states(['Process Creation'], [], [{ ...sysmon, since: '2999-01-01' }])).toEqual(['missing']);
});

test('what ATT&CK does not know is unknown, and everything is where nobody says what is collected', () => {
  expect(states(['The badge reader'], ['Windows'], [sysmon])).toEqual(['unknown']);
  expect(states(['Process Creation'], ['Windows'])).toEqual(['unknown']);
});

test('a hunt is overdue from the day after its date, even while it is current', () => {
  const hunt = { status: 'active', current: true, due: '2026-06-30' } as const;
  expect(huntStanding(hunt, '2026-06-30')).toEqual({ state: 'current', due: '2026-06-30', days: 0 });
  expect(huntStanding(hunt, '2026-07-02')).toEqual({ state: 'overdue', due: '2026-06-30', days: -2 });
});

test('a hunt nobody looked at is stale; drafts and retired hunts are never due', () => {
  expect(huntStanding({ status: 'active', current: false }, '2026-06-30')).toEqual({ state: 'stale' });
  expect(huntStanding({ status: 'draft', current: false, due: '2020-01-01' }, '2026-06-30')).toEqual({
    state: 'draft',
  });
});
