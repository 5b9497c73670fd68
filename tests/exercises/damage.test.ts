import { expect, test } from 'vitest';
import { atomicRedTeam } from '../../src/exercises/formats/atomic-red-team.ts';
import { attire } from '../../src/exercises/formats/attire.ts';
import { calderaEvents } from '../../src/exercises/formats/caldera-events.ts';
import { calderaReports } from '../../src/exercises/formats/caldera-report.ts';
import { dettect } from '../../src/exercises/formats/dettect.ts';
import { invokeAtomicCsv, invokeAtomicJson } from '../../src/exercises/formats/invoke-atomic.ts';
import { vectr } from '../../src/exercises/formats/vectr.ts';
import type { Reader } from '../../src/readers/reader.ts';
import { readWith } from '../reading.ts';

/** A sound file of each format, small. */
const SOUND: [Reader, path: string, text: string][] = [
  [
    invokeAtomicCsv,
    'log.csv',
    '"Execution Time (UTC)","Technique","Test Name","Hostname","GUID","ExitCode"\r\n"2026-06-13T10:00:00Z","T1105","Fetch","ws01","g1","1"\r\n',
  ],
  [
    invokeAtomicJson,
    'log.json',
    '{"Execution Time (UTC)":"2026-06-13T10:00:00Z","Technique":"T1105","Test Name":"Fetch","Hostname":{"value":"ws01"},"GUID":"g1"}',
  ],
  [
    vectr,
    'vectr.csv',
    'AssessmentGroup,Campaign,Variant,MitreID,Method,Status,Outcome,Start Time\r\nA,B,"C\r\nD",T1105,Copy,Completed,Detected,2026-06-13T10:00:00Z\r\n',
  ],
  [
    attire,
    'attire.json',
    '{"attire-version":"1.1","execution-data":{"target":{"host":"ws01"}},"procedures":[{"mitre-technique-id":"T1105","procedure-name":"Fetch","procedure-id":{"id":"g1"},"steps":[{"time-start":"2026-06-13T10:00:00Z"}]}]}',
  ],
  [
    calderaReports,
    'report.json',
    '{"name":"S","host_group":[{"paw":"p","host":"ws01"}],"adversary":{"name":"D"},"steps":{"p":{"steps":[{"status":0,"run":"2026-06-13T10:00:00Z","name":"Fetch","attack":{"technique_id":"T1105"}}]}}}',
  ],
  [
    calderaEvents,
    'events.json',
    '[{"status":0,"finished_timestamp":"2026-06-13 10:00:00","agent_metadata":{"host":"ws01"},"ability_metadata":{"ability_name":"Fetch"},"attack_metadata":{"technique_id":"T1105"}}]',
  ],
  [
    dettect,
    'dettect.yaml',
    'file_type: technique-administration\ntechniques:\n- technique_id: T1105\n  detection:\n  - applicable_to: [all]\n    score_logbook:\n    - { date: 2026-06-13, score: 2 }\n',
  ],
  [
    atomicRedTeam,
    'T1105.yaml',
    'attack_technique: T1105\natomic_tests:\n- name: Fetch\n  auto_generated_guid: g1\n  supported_platforms: [windows]\n  executor:\n    name: sh\n    elevation_required: true\n',
  ],
];

const PIECES = [
  '',
  '"',
  "'",
  ',',
  '{',
  '}',
  '[',
  ']',
  ':',
  '- ',
  '\n',
  '\r',
  '\t',
  '\0',
  'null',
  '0',
  '-1',
  '__proto__',
  '\u{1F600}',
];

test.each(SOUND)('a damaged file of $id gives content or findings, never an error', (reader, path, text) => {
  const sound = readWith(reader, path, text);
  expect(sound.exercises.length + sound.atomics.length).toBe(1);
  let stillRead = 0;
  for (let at = 0; at < text.length; at += 1) {
    for (const length of [1, 9]) {
      const piece = PIECES[(at + length) % PIECES.length] ?? '';
      const damaged = text.slice(0, at) + piece + text.slice(at + length);
      const { exercises, atomics, findings, isRecognised, ignored } = readWith(reader, path, damaged);
      if (exercises.length + atomics.length > 0) stillRead += 1;
      else if (isRecognised)
        expect(ignored !== undefined || findings.length > 0 || reader === atomicRedTeam).toBe(true);
      for (const { message } of findings) expect(message).toMatch(/^Un(?:expected|readable) [^\n]+$/);
      for (const { results } of exercises) {
        for (const { date, mapping } of results) {
          expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          // Every place a finding may be asked for can be told.
          expect(reader.locate(damaged, 0, mapping.pointer)?.line).toBeGreaterThan(0);
        }
      }
    }
  }
  expect(stillRead).toBeGreaterThan(20);
});
