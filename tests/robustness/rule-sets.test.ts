import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sigma } from '../../src/detections/formats/sigma.ts';
import { robustnessOf } from '../../src/coverage/robustness.ts';
import { readWith } from '../reading.ts';

/** A rule of process creation with the given `detection`, in YAML. */
function rule(title: string, detection: string): string {
  return `title: ${title}\nlogsource: { product: windows, category: process_creation }\ndetection:\n${detection}\n  condition: selection\n`;
}

/** A feed turned into rules: nothing in it outlives the week. */
const INDICATORS = [
  rule(
    'Hashes',
    '  selection:\n    Hashes|contains:\n      - SHA256=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0\n      - MD5=0f1e2d3c4b5a69788796a5b4c3d2e1f0',
  ),
  rule('One hash', '  selection:\n    sha1: 0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c'),
  rule('Addresses', '  selection:\n    DestinationIp:\n      - 203.0.114.7\n      - 198.51.101.23'),
  rule('A network', '  selection:\n    DestinationIp|cidr: 203.0.114.0/24'),
  rule('Hosts', '  selection:\n    QueryName|endswith:\n      - .bad-corp.top\n      - cdn.worse-corp.xyz'),
  rule(
    'A host and a program of the system',
    '  selection:\n    Image|endswith: \\certutil.exe\n    CommandLine|contains: bad-corp.top/stage',
  ),
];

/** What the adversary came for, whatever he brings. */
const BEHAVIOURS = [
  rule(
    'Shadow copies',
    '  selection:\n    - Image|endswith: \\vssadmin.exe\n      CommandLine|contains|all: [delete, shadows]\n    - OriginalFileName: VSSADMIN.EXE\n      CommandLine|contains|all: [resize, shadowstorage]',
  ),
  rule('LSASS', '  selection:\n    TargetImage|endswith: \\lsass.exe\n    GrantedAccess: "0x1410"'),
  rule('Run key', "  selection:\n    TargetObject|contains: '\\CurrentVersion\\Run\\'"),
  rule(
    'Office starts a shell',
    '  selection:\n    ParentImage|endswith: [\\winword.exe, \\excel.exe]\n    Image|endswith: [\\cmd.exe, \\powershell.exe]',
  ),
  rule('Log cleared', '  selection:\n    EventID: 1102'),
  rule(
    'Trail stopped',
    '  selection:\n    eventSource: cloudtrail.amazonaws.com\n    eventName: StopLogging',
  ),
];

test('a set of indicators has no rule above its domains', () => {
  const { detections } = readWith(sigma, 'feed.yml', INDICATORS.join('---\n'));
  expect(robustnessOf(detections)).toEqual({
    best: 'domain',
    spread: { hash: 2, ip: 2, domain: 2, artefact: 0, tool: 0, behaviour: 0, 'not-judged': 0 },
  });
});

test('a set of behaviours has nothing below', () => {
  const { detections } = readWith(sigma, 'behaviour.yml', BEHAVIOURS.join('---\n'));
  expect(robustnessOf(detections).spread).toMatchObject({ behaviour: BEHAVIOURS.length, 'not-judged': 0 });
});

test('what a rule inherits in a collection is judged with it', () => {
  const collection = [
    'action: global\ntitle: Inherited\nlogsource: { product: windows }\ndetection:\n  selection:\n    OriginalFileName: lazytool.exe\n  condition: selection\n',
    'detection:\n  selection:\n    MD5: 0f1e2d3c4b5a69788796a5b4c3d2e1f0\n',
  ].join('---\n');
  const { detections } = readWith(sigma, 'collection.yml', collection);
  expect(detections.map(({ robustness }) => robustness?.rung)).toEqual(['hash']);
});

test('the example of the docs comes out as they say', () => {
  const docs = readFileSync(resolve(import.meta.dirname, '../../content/docs/robustness.mdx'), 'utf8');
  const [, detection = ''] = /```yaml\n(detection:[\s\S]*?)```/.exec(docs) ?? [];
  const { detections } = readWith(
    sigma,
    'example.yml',
    `title: Example\nlogsource: { category: process_creation }\n${detection}`,
  );
  expect(detections[0]?.robustness).toMatchObject({
    rung: 'artefact',
    summit: { level: 1 },
    parts: [{ field: 'CommandLine' }],
  });
});
