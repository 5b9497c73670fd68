import { describe, expect, test } from 'vitest';
import { DOMAINS, type Domain } from '../../src/attack/domain.ts';
import { checkLogs } from '../../src/visibility/check.ts';
import type { CollectedLogDraft } from '../../src/visibility/collected-log.ts';
import { logVocabulary, resolveLog } from '../../src/visibility/resolve.ts';
import { embeddedBase } from '../workspace-builder.ts';

const knowledgeOf = (domains: readonly Domain[]) =>
  new Map(domains.map((domain) => [domain, embeddedBase(domain)]));
const all = logVocabulary(knowledgeOf(DOMAINS));

const aLog = (dataComponent: string, more: Partial<CollectedLogDraft> = {}): CollectedLogDraft => ({
  dataComponent,
  platforms: [],
  ordinal: 0,
  pointer: ['collected', 0, 'dataComponent'],
  ...more,
});

describe('the name of a log', () => {
  test.each([
    ['Process Creation', ['DC0032']],
    ['process creation ', ['DC0032']],
    ['dc0032', ['DC0032']],
    // As ATT&CK v10 to v17 write a data source and its data component.
    ['Process: Process Creation', ['DC0032']],
    ['Command: Command Execution', ['DC0064']],
    ['Process monitoring', []],
  ])('%s stands for %j', (name, components) => {
    expect(resolveLog(aLog(name), all).components).toEqual(components);
  });

  test('that is a log’s stands for all that is read from it, whatever its case', () => {
    const { facts } = embeddedBase('enterprise');
    const read = facts.analytics.flatMap(({ logSources }) =>
      logSources.filter(({ name }) => name === 'WinEventLog:PowerShell').map((log) => log.dataComponent),
    );
    const expected = [...new Set(read)].sort();
    expect(expected.length).toBeGreaterThan(1);
    const enterprise = logVocabulary(knowledgeOf(['enterprise']));
    for (const name of ['WinEventLog:PowerShell', 'wineventlog:powershell']) {
      expect(resolveLog(aLog(name, { logSource: name }), enterprise).components).toEqual(expected);
    }
  });

  test('a data component that is said wins over what its log could give', () => {
    const log = aLog('Process Access', { logSource: 'WinEventLog:Sysmon' });
    expect(resolveLog(log, all).components).toEqual(['DC0035']);
  });
});

describe('platforms', () => {
  test.each([
    ['WinEventLog:Sysmon', ['Windows']],
    ['auditd:SYSCALL', ['Linux']],
    ['AWS:CloudTrail', ['IaaS']],
    ['The log of our own tool', []],
  ])('of %s are, where none are said, those it is read on: %j', (logSource, platforms) => {
    expect(resolveLog(aLog('Process Creation', { logSource }), all).platforms).toEqual(platforms);
  });

  test('are spelt as the loaded version does, old names too; what nobody knows stays', () => {
    const platforms = ['windows', 'Azure AD', 'AWS', 'Network', 'Mainframe'];
    expect(resolveLog(aLog('Process Creation', { platforms }), all).platforms).toEqual([
      'Windows',
      'Identity Provider',
      'IaaS',
      'Network Devices',
      'Mainframe',
    ]);
  });
});

describe('a name nobody knows is a finding', () => {
  const told = (...drafts: CollectedLogDraft[]) =>
    checkLogs(drafts, all).map(({ finding: { rule, message, hint } }) => [rule, message, hint]);

  test.each([
    ['Proces Creation', 'Did you mean `Process Creation`?'],
    ['Sysmon', 'Did you mean `WinEventLog:Sysmon`?'],
    ['AWS:CloudTrial', 'Did you mean `AWS:CloudTrail`?'],
    [
      'Anti-virus',
      'Name a data component (`Process Creation`, `DC0032`) or a log as ATT&CK does (`WinEventLog:Sysmon`).',
    ],
  ])('%s', (name, hint) => {
    expect(told(aLog(name))).toEqual([
      [
        'visibility/unknown-data',
        `Unexpected data \`${name}\`, expected a data component or a log of the loaded ATT&CK version`,
        hint,
      ],
    ]);
  });

  test('a platform, once a file', () => {
    const platforms = ['Window', 'office 365'];
    expect(told(aLog('Process Creation', { platforms }), aLog('File Access', { platforms }))).toEqual([
      [
        'visibility/unknown-platform',
        'Unexpected platform `Window`, expected one of the loaded ATT&CK version',
        'Did you mean `Windows`?',
      ],
    ]);
  });

  test('where no domain has platforms, none is wrong', () => {
    const ics = logVocabulary(knowledgeOf(['ics']));
    expect(checkLogs([aLog('Process Creation', { platforms: ['Windows'] })], ics)).toEqual([]);
  });

  test('a log of the team’s own is none, as long as it says what it gives', () => {
    expect(told(aLog('Process Creation', { logSource: 'Sensor 7' }))).toEqual([]);
  });
});
