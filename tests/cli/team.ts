import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Writes files into a new temporary folder and gives its path. */
export function makeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'coverbook-team-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A Sigma rule in a few lines. */
export function sigmaRule(title: string, tags: string[], extra = ''): string {
  return `title: ${title}
id: ${uuidOf(title)}
status: stable
description: A rule of the test team.
author: Test Team
date: 2026-01-05
tags: [${tags.join(', ')}]
logsource: { product: windows, category: process_creation }
detection:
  selection: { Image|endswith: '\\\\powershell.exe' }
  condition: selection
falsepositives: [Administrators]
level: high
${extra}`;
}

/** The same id for the same title, in the shape of a UUID. */
export function uuidOf(title: string): string {
  const hex = Buffer.from(title.padEnd(16, '.')).toString('hex').slice(0, 32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

export const TEAM_CONFIG = `title: Test team
sources: [{ name: team, path: content }]
now: "2026-11-20"
`;

export const TEAM_FILES: Record<string, string> = {
  'coverbook.yaml': TEAM_CONFIG,
  'content/detections/claimed.yml': sigmaRule('Claimed', ['attack.execution', 'attack.t1059.001']),
  'content/detections/tested.yml': sigmaRule(
    'Tested',
    ['attack.execution', 'attack.t1059.003'],
    'regression_tests_path: regression_data/tested/info.yml\n',
  ),
  'content/regression_data/tested/info.yml': `id: 1
description: N/A
date: 2026-02-01
rule_metadata: [{ id: ${uuidOf('Tested')}, title: Tested }]
regression_tests_info:
  - { name: Positive Detection Test, type: evtx, provider: Sysmon, match_count: 1, path: x.evtx }
`,
  'content/detections/revoked.yml': sigmaRule('Revoked', ['attack.t1562.001']),
  'content/playbooks/hunt.md': `---
id: HUNT-0001
title: Scheduled tasks that outlive their creator
hypothesis: An intruder keeps access through a scheduled task that runs a script from a user's folder.
techniques: [T1053.005]
status: active
owner: threat-hunting
created: 2026-09-01
reviewed: 2026-10-01
cadence: 90d
---

## Hypothesis

An intruder keeps access through T1053.005.

## Execution

List the tasks whose action lies in a user's folder.

## Analysis

Updaters do this as well; their scripts are signed.

## Response

Take the task and the script into custody.

## Blind spots

Tasks written straight into the registry.
`,
  'content/exercises/autumn.yaml': `title: Autumn purple team
date: 2026-10-14
environment: production
results:
  - { technique: T1547.001, outcome: detected }
  - { technique: T1003.001, outcome: missed }
`,
};
