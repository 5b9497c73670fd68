import { expect, test } from 'vitest';
import { currency } from '../../src/playbooks/currency.ts';
import type { PlaybookRun } from '../../src/playbooks/playbook.ts';

const run = (date: string): PlaybookRun => ({ date, outcome: 'nothing-found', findings: 0 });
const NOW = '2026-06-30';

test('an active playbook reviewed on the first day of the window is current', () => {
  expect(currency({ status: 'active', reviewed: '2026-01-01', runs: [] }, NOW, 180)).toEqual({
    current: true,
  });
});

test('a day earlier it is not, and says when it was last looked at', () => {
  expect(currency({ status: 'active', reviewed: '2025-12-31', runs: [] }, NOW, 180)).toEqual({
    current: false,
    currentNot: 'last looked at on 2025-12-31, over 180 days ago',
  });
});

test('the newest of creation, review and runs counts', () => {
  const playbook = {
    status: 'active',
    created: '2024-01-01',
    runs: [run('2026-06-01'), run('2025-01-01')],
  } as const;
  expect(currency({ ...playbook, runs: [...playbook.runs] }, NOW, 180).current).toBe(true);
});

test('drafts and retired playbooks are not current, however new', () => {
  expect(currency({ status: 'draft', created: NOW, runs: [] }, NOW, 180).currentNot).toBe('still a draft');
  expect(currency({ status: 'retired', created: NOW, runs: [] }, NOW, 180).currentNot).toBe('retired');
});

test('without dates of its own, the last change of the file stands in', () => {
  expect(currency({ status: 'active', runs: [] }, NOW, 180, '2026-06-01T10:00:00Z').current).toBe(true);
  expect(currency({ status: 'active', runs: [] }, NOW, 180).currentNot).toBe(
    'no review, run or creation date',
  );
});

test('a hunt is due one cadence after its last run, or after its newest date when it never ran', () => {
  const dated = { status: 'active', created: '2026-01-01', reviewed: '2026-06-20', cadence: 90 } as const;
  expect(currency({ ...dated, runs: [run('2026-05-01')] }, NOW, 180).due).toBe('2026-07-30');
  expect(currency({ ...dated, runs: [] }, NOW, 180).due).toBe('2026-09-18');
  expect(currency({ ...dated, status: 'retired', runs: [] }, NOW, 180)).not.toHaveProperty('due');
});
