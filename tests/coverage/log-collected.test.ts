import { expect, test } from 'vitest';
import { logCollected } from '../../src/coverage/log-collected.ts';
import type { CollectedLog } from '../../src/visibility/collected-log.ts';

const log = (fields: Partial<CollectedLog>): CollectedLog => ({
  dataComponent: '',
  components: [],
  platforms: [],
  source: 'team',
  path: 'visibility.yaml',
  ...fields,
});
const components = [
  { id: 'DC0032', name: 'Process Creation' },
  { id: 'DC0061', name: 'File Modification' },
];
const logs = [
  log({ logSource: 'auditd:SYSCALL', platforms: ['Linux'] }),
  log({ components: ['DC0032'], platforms: ['Windows'] }),
];

test.each([
  ['windows · process_creation', ['Windows'], 'yes'],
  ['linux · process_creation', ['Linux'], 'no'],
  ['AUDITD:syscall', [], 'yes'],
  ['windows · file_modification', ['Windows'], 'no'],
  ['windows · security', ['Windows'], 'unknown'],
] as const)('%s on %j: %s', (name, platforms, expected) => {
  expect(logCollected(name, platforms, { logs, components })).toBe(expected);
});

test('is unknown where nobody says what is collected', () => {
  expect(logCollected('process_creation', [], { logs: undefined, components })).toBe('unknown');
});
