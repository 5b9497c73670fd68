import { expect, test } from 'vitest';
import { sectionRole } from '../../src/playbooks/section-roles.ts';

test.each([
  ['Hypothesis', 'hypothesis'],
  ['1. Prepare', 'preparation'],
  ['Behavior', 'behaviour'],
  ['Behaviour', 'behaviour'],
  ['Threat actors', 'actor'],
  ['Data sources', 'evidence'],
  ['Hunt queries', 'execution'],
  ['Analyze', 'analysis'],
  ['Triage and analysis', 'analysis'],
  ['Blind spots and false positives', 'blind-spots'],
  ['Blind Spots and Assumptions', 'blind-spots'],
  ['False Positives', 'false-positives'],
  ['How to test', 'validation'],
  ['Respond', 'response'],
  ['Microsoft Defender XDR', undefined],
  ['Splunk', undefined],
  ['', undefined],
])('a heading “%s” has the role %s', (heading, role) => {
  expect(sectionRole(heading)).toBe(role);
});
