import { expect, test } from 'vitest';
import type { Severity } from '../../src/findings/finding.ts';
import { exceeds, type Gate } from '../../src/lint/gate.ts';

test.each<[Gate, Record<Severity, boolean>]>([
  ['error', { error: true, warning: false, note: false }],
  ['warning', { error: true, warning: true, note: false }],
  ['note', { error: true, warning: true, note: true }],
  ['none', { error: false, warning: false, note: false }],
])('the gate %s', (gate, expected) => {
  for (const severity of ['error', 'warning', 'note'] as const) {
    expect(exceeds([{ severity }], gate), severity).toBe(expected[severity]);
  }
  expect(exceeds([], gate)).toBe(false);
});
