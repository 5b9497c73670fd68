import { describe, expect, test } from 'vitest';
import type { WorkspaceRule } from '../../src/lint/rule.ts';
import { WORKSPACE_RULES } from '../../src/lint/workspace-rules.ts';
import { lintFiles } from './lint-files.ts';

/** What stands beside every example: what it may refer to. */
const NEIGHBOURS: Record<string, string> = {
  'detections/encoded_command.yml': `title: Encoded command
id: 3f1c9b52-6f0e-4c4b-9b67-1f3a1c0d7e11
status: test
tags: [attack.t1059.001]
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -encodedcommand ' }
  condition: selection
falsepositives: [Software distribution]
`,
  'playbooks/neighbour.md': `---
id: HUNT-0001
title: Run keys that start scripts
hypothesis: An intruder keeps access through a run key that starts a script out of a user’s folder.
techniques: [T1547.001]
reviewed: 2026-10-06
---

## Execution

List the run keys.
`,
  'atomics/T1547.001/T1547.001.yaml': `attack_technique: T1547.001
display_name: 'Boot or Logon Autostart Execution: Registry Run Keys / Startup Folder'
atomic_tests:
  - name: Reg Key Run
    auto_generated_guid: e55be3fd-3521-4610-9d1a-e210e42dcf05
    description: Adds a run key.
    supported_platforms: [windows]
    executor: { name: command_prompt, command: 'REG ADD HKCU' }
`,
};

/** Examples that only Git can tell apart stand in a test of their own. */
const NEEDS_GIT = new Set(['detection/date-not-changed']);

function pathOf({ id, example }: WorkspaceRule): string {
  if (example.language === 'markdown') return 'playbooks/example.md';
  return id.startsWith('exercise/') ? 'exercises/example.yaml' : 'detections/example.yml';
}

async function findingsIn(rule: WorkspaceRule, text: string): Promise<string[]> {
  const findings = await lintFiles({ ...NEIGHBOURS, [pathOf(rule)]: `${text}\n` });
  return findings
    .filter((finding) => finding.rule === rule.id && finding.path === pathOf(rule))
    .map(({ severity, path, range, message, hint }) => {
      const place = range ? `:${range.line}:${range.column}` : '';
      return `${path}${place} ${severity}: ${message} (${hint ?? ''})`;
    });
}

describe.each(WORKSPACE_RULES.filter(({ id }) => !NEEDS_GIT.has(id)).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_, rule) => {
    test('finds in its own bad example what it says', async () => {
      const found = await findingsIn(rule, rule.example.bad);
      expect(found.length).toBeGreaterThan(0);
      expect(found).toMatchSnapshot();
    });

    test('finds nothing in its own good example', async () => {
      expect(await findingsIn(rule, rule.example.good)).toEqual([]);
    });

    test('looks away from a library', async () => {
      const path = `library/${pathOf(rule)}`;
      const findings = await lintFiles({ ...NEIGHBOURS, [path]: `${rule.example.bad}\n` });
      expect(findings.filter(({ source, rule: id }) => source === 'library' && id === rule.id)).toEqual([]);
    });
  },
);

test('a rule says why in paragraphs, and its examples differ', () => {
  for (const { id, why, example } of WORKSPACE_RULES) {
    expect(why, id).toMatch(/^[A-Z“”`*][^]*[.!?]$/);
    expect(example.bad, id).not.toBe(example.good);
  }
});
