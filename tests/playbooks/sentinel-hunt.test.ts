import { expect, test } from 'vitest';
import { sentinelHunts } from '../../src/playbooks/formats/sentinel-hunt.ts';
import { damagedCopies } from '../damaged.ts';
import { printed, readContent } from './reading.ts';

const HUNT = `id: 2d0a7c1e-2222-4a51-8f0e-2b8c5b8f9d10
name: Odd Archive Tools
description: |
  'Looks for archive tools under other names.'
description-detailed: |
  'Attackers bring their own archive tools.

  Look at where they come from.'
requiredDataConnectors:
- connectorId: MicrosoftThreatProtection
  dataTypes:
  - DeviceProcessEvents
tactics:
- Command and control
- Ransomware
relevantTechniques:
- T1560.001
query: |

  // a tool under another name
  DeviceProcessEvents
  | where FileName =~ '7z.exe'
version: 1.0.0
metadata:
    source:
        kind: Community
    author:
        name: A. Hunter
`;

test('a hunting query is read with its query, and what more there is to say as a body', () => {
  expect(readContent(sentinelHunts, 'a.yaml', HUNT)).toMatchInlineSnapshot(`
    {
      "detections": [],
      "findings": [],
      "playbooks": [
        {
          "actors": [],
          "authors": [
            "A. Hunter",
          ],
          "body": "## Background

    Attackers bring their own archive tools.

    Look at where they come from.

    ## Execution

    \`\`\`kql
    // a tool under another name
    DeviceProcessEvents
    | where FileName =~ '7z.exe'
    \`\`\`",
          "dataSources": [
            "MicrosoftThreatProtection · DeviceProcessEvents",
          ],
          "detections": [],
          "format": "sentinel-hunt",
          "hypothesis": "Looks for archive tools under other names.",
          "id": "2d0a7c1e-2222-4a51-8f0e-2b8c5b8f9d10",
          "mappings": [
            {
              "id": "T1560.001",
              "pointer": [
                "relevantTechniques",
                0,
              ],
              "provenance": "declared",
              "written": "T1560.001",
            },
          ],
          "mdx": false,
          "platforms": [],
          "queries": [
            {
              "language": "kql",
              "text": "// a tool under another name
    DeviceProcessEvents
    | where FileName =~ '7z.exe'",
            },
          ],
          "references": [],
          "runs": [],
          "sections": [
            {
              "depth": 2,
              "line": 1,
              "role": "preparation",
              "title": "Background",
            },
            {
              "depth": 2,
              "line": 7,
              "role": "execution",
              "title": "Execution",
            },
          ],
          "status": "active",
          "tactics": [
            {
              "pointer": [
                "tactics",
                0,
              ],
              "written": "Command and control",
            },
          ],
          "title": "Odd Archive Tools",
        },
      ],
    }
  `);
});

test('a hunt that only repeats its description has no background', () => {
  const text = HUNT.replace(
    /description-detailed: \|\n.*\n\n.*\n/,
    'description-detailed: Looks for archive tools under other names.\n',
  );
  const [hunt] = readContent(sentinelHunts, 'a.yaml', text)?.playbooks ?? [];
  expect(hunt?.body.startsWith('## Execution\n\n```kql\n')).toBe(true);
});

test('a hunt that is given up is retired', () => {
  const text = HUNT.replace('name: Odd', 'name: (Deprecated) Odd');
  expect(readContent(sentinelHunts, 'a.yaml', text)?.playbooks).toMatchObject([{ status: 'retired' }]);
});

test('dates are kept where a hunt states them', () => {
  const text = `${HUNT}createdDateUTC: 2020-02-07\nlastUpdatedDateUTC: 2025-03-08\n`;
  expect(readContent(sentinelHunts, 'a.yaml', text)?.playbooks).toMatchObject([
    { created: '2020-02-07', reviewed: '2025-03-08' },
  ]);
});

test('a severity off the scale is a finding', () => {
  const read = readContent(sentinelHunts, 'a.yaml', `severity: Grave\n${HUNT}`);
  expect(printed(read)).toEqual([
    '1:11 warning sentinel/invalid-value Unexpected `severity` `Grave`, expected `High`, `Medium`, `Low` or `Informational`; it reads as not stated (Correct `severity`.)',
  ]);
});

test('a file with a hunt and a rule gives both', () => {
  const read = readContent(sentinelHunts, 'a.yaml', `${HUNT}---\nkind: NRT\n${HUNT}`);
  expect(read?.playbooks).toHaveLength(1);
  expect(read?.detections).toMatchObject([{ format: 'sentinel', ordinal: 1 }]);
});

test('an analytics rule is no hunt, nor is a saved function', () => {
  expect(readContent(sentinelHunts, 'a.yaml', `kind: Scheduled\n${HUNT}`)).toBeUndefined();
  expect(readContent(sentinelHunts, 'a.yaml', `Category: Parser\nFunctionName: f\n${HUNT}`)).toBeUndefined();
});

test('every mapping is found where it is written', () => {
  const [hunt] = readContent(sentinelHunts, 'a.yaml', HUNT)?.playbooks ?? [];
  for (const { written, pointer } of [...(hunt?.mappings ?? []), ...(hunt?.tactics ?? [])]) {
    const range = sentinelHunts.locate(HUNT, 0, pointer);
    expect(HUNT.split('\n')[(range?.line ?? 0) - 1]).toBe(`- ${written}`);
  }
});

test('a damaged hunt gives findings or a hunt, never an error', () => {
  let read = 0;
  for (const text of damagedCopies(HUNT)) {
    const content = readContent(sentinelHunts, 'a.yaml', text);
    for (const { message } of content?.findings ?? [])
      expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
    read += content?.playbooks?.length ?? 0;
  }
  expect(read).toBeGreaterThan(100);
});
