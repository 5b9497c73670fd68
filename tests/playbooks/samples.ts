/** One hand-written hunt of each format, as its authors would write it. */

export const HEARTH_HUNT = `---
id: H901
category: Flames
title: Tasks that start from shared folders
hypothesis: >-
  Somebody registers a task that starts
  from a folder every user can write to.
tactics:
  - Persistence
  - Defense Evasion (TA0005)
techniques: [T1053.005, T1036]
tags: [tasks, T1999, persistence]
notes: Compare with T1998.
severity: High
status: current
created: 2026-01-02
last_reviewed: 2026/3/4
related_hunt_ids: [H902]
required_data_sources:
  - Task registration
  - File creation
false_positive_notes: Updaters do so, too.
detection_queries:
  - platform: Splunk
    description: Tasks of the last day.
    query: |
      index=tasks
      | stats count
  - platform: An in-house tool
    query: tasks last 1d
  - platform: nothing to ask
submitter:
  name: First Author, Second Author (A Team, Inc.)
  link: https://example.org/a
---

# H901

## Why

T1997 is prose, and so is [this](https://attack.mitre.org/techniques/T1996).

## References

- https://example.org/
`;

export const HEARTH_HEAD = `| Hunt # | Idea / Hypothesis | Tactic | Notes | Tags | Submitter |
|--------|-------------------|--------|-------|------|-----------|
`;

export const HEARTH_ROW = `# H901

Somebody hides mail with rules.

${HEARTH_HEAD}| H901 | Somebody hides mail with a **rule**. | Stealth, Collection | Similar to T1114 and #T1115. | #Stealth #T1564.008 #hiding https://example.org/#T1001 | [An Author](https://example.org/) |

## Why

- T1020 is prose.

## References

- https://attack.mitre.org/techniques/T1564/008/
`;

export const LOCK_HUNT = `---
hunt_id: H-0901
title: Data gathered on one machine
status: completed
date: 2026-02-03
hunter: First Author
platform: [macOS, Linux]
tactics: [collection, command-and-control]
techniques: [T1005, T1560.001, T5678]
data_sources: [Endpoint events]
related_hunts: [H-0900]
findings_count: 3
true_positives: 1
false_positives: 2
customer_deliverables: []
tags: [T1999]
---

# H-0901: Data gathered on one machine

**MITRE ATT&CK:** T1998 - Said again

## LEARN: Prepare the Hunt

### Hypothesis Statement

Somebody gathers files
in one folder.

### ABLE Scoping

| **Field** | **Your Input** |
|-----------|----------------|
| **Actor** | Scattered Spider |
| **Behavior** | Gathers files with T1997 |

## OBSERVE

\`\`\`sql
SELECT 1
\`\`\`
`;

export const ABLE_TABLE = `| **Field** | **Description** | **Your Input** |
|-----------|-----------------|----------------|
| **Actor** | Who it is, *optional* | APT29, G0032 |
| **Behavior** | What they do | Dumps memory, see T1001 |
| **Location** | Where | Servers |
| **Evidence** | What shows it | Process access |
`;

export const PEAK_REPORT = `# Threat Hunting Report - PEAK Framework

## Hunt ID: H-0901

## Hunt Title: Memory read on servers

*(A short name for the hunt)*

## PREPARE

| **Hunt Information** | **Details** |
|----------------------|-------------|
| **Hypothesis** | Somebody reads memory with \`procdump\`. |
| **Threat Hunter Name** | First Author, Second Author |
| **Date** | 2026-02-03 |
| **Requestor** | [Name of who asked] |

${ABLE_TABLE}
### Example

| **Field** | **Example Input** |
|-----------|-------------------|
| **Actor** | FIN7 |
| **Hypothesis** | An example |

## Related Tickets

| Role | Details |
|------|---------|
| SOC | T1002 |

**Threat Intel & Research**

- **MITRE ATT&CK Techniques:**
  - TA0006 - Credential Access
  - T1003.001 - LSASS Memory
  - [T1068](https://attack.mitre.org/techniques/T1068/) - A link
  - [Masquerading](https://attack.mitre.org/techniques/T1036/005/)
  - \`T1110 - Brute Force\`
  - [T1078 - Valid Accounts]
  - AML.T0051 and ATLAS: T0040
- **Related reports:** T1004

## EXECUTE

\`\`\`spl
index=edr
\`\`\`

## ACT

Nothing but T1005.
`;

export const ADS_STRATEGY = `# Goal

Find a tool that asks which security software runs.
It asks often.

# Categorization

These attempts are categorized as [Discovery / Security Software Discovery](https://attack.mitre.org/wiki/Technique/T1063),
as T1001, and as in [our wiki](https://example.org/techniques/T1002).

# Strategy Abstract

Look at [processes](https://attack.mitre.org/techniques/T1057).

# Technical Context

\`\`\`kql
DeviceProcessEvents | take 1
\`\`\`

# Blind Spots and Assumptions

Logs arrive.

# False Positives

Installers.

# Validation

Run it.

# Priority

The priority is medium under all conditions.

# Response

Look at the parent.

# Additional Resources

- https://attack.mitre.org/techniques/T1518/001/
`;

export const OTRF_HUNT = `id: 260301-OddScheduledTask
title: Odd scheduled task
hypothesis: Somebody may register a task that starts from a folder users can write to.
collaborators:
  - '@first'
  - Second Person
creation_date: 2026/03/01
modification_date: 2026/4/9
platform: Windows
attack_mappings:
  - tactics: [TA0003]
    technique: T1053
    sub_technique: "005"
  - tactics: [TA0002, TA0003]
    technique: T1047
    sub_technique: None
  - tactics:
      - TA0008
    technique: T1021
    sub-technique: 6
  - technique: T1112
    sub-technique:
datasets:
  - name: A recording
    docs: https://example.org/T1999
`;

export const OTRF_NOTEBOOK = `---
jupytext:
  formats: md:myst
kernelspec:
  name: python3
---

# Odd scheduled task

## Analytics

### Analytic I

Look for the task, as in T1053.

| Data source | Event Provider | Relationship | Event |
|:------------|:---------------|--------------|-------|
| Scheduled job | Example-Security | User created Scheduled job | 4698 |

#### Logic

\`\`\`{code-block}
SELECT TaskName
FROM dataTable
\`\`\`

#### Pandas Query

\`\`\`{code-cell} Ipython3
df[['TaskName']]
\`\`\`

### Analytic II

\`\`\`{code-block} KQL
SecurityEvent | take 1
\`\`\`

## Known Bypasses

\`\`\`{code-block} sql
SELECT 1
\`\`\`
`;
