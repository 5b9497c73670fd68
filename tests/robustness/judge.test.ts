import { describe, expect, test } from 'vitest';
import { judge } from '../../src/robustness/judge.ts';
import { SIGMA_FIELDS } from '../../src/robustness/fields/sigma.ts';
import type { QueryTree } from '../../src/robustness/query-tree.ts';
import { equals, judgeRule, rungOf, rungOfTree } from './evading.ts';

const HASH = 'SHA256=0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0';

describe('one condition', () => {
  test.each([
    ['a file hash', { 'Hashes|contains': HASH }, 'hash'],
    ['an import hash', { 'Hashes|contains': 'IMPHASH=0f1e2d3c4b5a69788796a5b4c3d2e1f0' }, 'tool'],
    ['a public address', { DestinationIp: '203.0.114.7' }, 'ip'],
    ['a host', { QueryName: 'update.bad-corp.top' }, 'domain'],
    ['a host in a command line', { 'CommandLine|contains': 'files.bad-corp.top' }, 'domain'],
    [
      'a list of hosts, one of which looks like a script',
      { 'CommandLine|contains': ['bad-corp.top', 'paste.ee', 'transfer.sh'] },
      'domain',
    ],
    ['the name of a brought program', { 'Image|endswith': '\\lazytool.exe' }, 'artefact'],
    ['a folder anybody may write to', { 'Image|contains': '\\Users\\Public\\' }, 'artefact'],
    ['a made-up pipe', { PipeName: '\\evil_7f' }, 'artefact'],
    ['a user agent', { 'c-useragent|startswith': 'lazytool/' }, 'artefact'],
    ['a made-up service name', { ServiceName: 'updsvc77' }, 'artefact'],
    [
      'a made-up value below a key of the system',
      { 'TargetObject|endswith': '\\CurrentVersion\\Run\\Updater77' },
      'artefact',
    ],
    ['a key of other software', { 'TargetObject|contains': '\\Software\\LazyTool\\Config' }, 'artefact'],
    ['a name compiled into a tool', { OriginalFileName: 'lazytool.exe' }, 'tool'],
    ['an argument of nobody knows what', { 'CommandLine|contains': 'lazy::dump' }, 'tool'],
    ['a function of a script', { 'CommandLine|contains': 'Invoke-LazyDump' }, 'tool'],
    ['a program of the system', { 'Image|endswith': '\\mshta.exe' }, 'behaviour'],
    [
      'a program of the system in a command line',
      { 'CommandLine|contains': 'vssadmin delete shadows' },
      'behaviour',
    ],
    ['a key the system reads', { 'TargetObject|contains': '\\CurrentVersion\\Run\\' }, 'behaviour'],
    ['a file the system reads', { 'TargetFilename|endswith': '/etc/ld.so.preload' }, 'behaviour'],
    ['a pipe of the system', { PipeName: '\\lsarpc' }, 'behaviour'],
    ['a call trace', { 'CallTrace|contains': 'UNKNOWN' }, 'behaviour'],
    ['an operation', { eventName: 'StopLogging' }, 'behaviour'],
    ['a cmdlet of the platform', { 'ScriptBlockText|contains': 'Get-ADUser' }, 'behaviour'],
    ['an address of our own', { DestinationIp: '10.1.2.3' }, 'not-judged'],
    ['a log', { Provider_Name: 'Some-Provider' }, 'not-judged'],
    ['a field nobody knows', { FluxCapacitance: '1.21' }, 'not-judged'],
    ['a text in the whole event', ['sesame open'], 'not-judged'],
  ] as const)('%s', (_, selection, rung) => {
    expect(rungOf(selection)).toBe(rung);
  });
});

describe('conjunction', () => {
  test('the weakest condition decides, and is named', () => {
    const judgement = judgeRule({
      selection: { 'Image|endswith': '\\regsvr32.exe', 'CommandLine|contains': '\\Users\\Public\\' },
    });
    expect(judgement).toMatchObject({ rung: 'artefact', by: 'query', summit: { level: 1, column: 'U' } });
    expect(judgement.parts.map(({ field }) => field)).toEqual(['CommandLine']);
    expect(judgement.because).toBe(
      "`CommandLine|contains: '\\Users\\Public\\'` decides: any other folder will do.",
    );
  });

  test('which event it is weakens nothing', () => {
    expect(rungOf({ EventID: 7045, Provider_Name: 'Service Control Manager', ServiceName: 'updsvc77' })).toBe(
      'artefact',
    );
    expect(rungOf({ EventID: 1102, Provider_Name: 'Microsoft-Windows-Eventlog' })).toBe('behaviour');
  });

  test('a field nobody knows is left out and named', () => {
    const judgement = judgeRule({ selection: { OriginalFileName: 'lazytool.exe', FluxCapacitance: '1.21' } });
    expect(judgement.rung).toBe('tool');
    expect(judgement.because).toMatch(/; not weighed: `FluxCapacitance`\.$/);
  });

  test('an event alone does not make up for a field nobody knows', () => {
    expect(rungOf({ EventID: 4688, FluxCapacitance: '1.21' })).toBe('not-judged');
  });

  test('parameters belong to the program they are given to', () => {
    expect(rungOf({ 'CommandLine|contains': ' /grant' })).toBe('tool');
    expect(rungOf({ 'Image|endswith': '\\icacls.exe', 'CommandLine|contains': ' /grant' })).toBe('behaviour');
    expect(rungOf({ 'Image|endswith': '\\lazytool.exe', 'CommandLine|contains': ' /grant' })).toBe(
      'artefact',
    );
  });

  test('an interpreter has its options, and not the words of the code it runs', () => {
    expect(rungOf({ 'Image|endswith': '\\powershell.exe', 'CommandLine|contains': ' -enc ' })).toBe(
      'behaviour',
    );
    expect(rungOf({ 'Image|endswith': '\\powershell.exe', 'CommandLine|contains': 'lazydump' })).toBe('tool');
  });

  test('a key written in two parts is one key', () => {
    expect(
      rungOf({
        'TargetObject|contains': '\\CurrentControlSet\\Services\\',
        'TargetObject|endswith': '\\Altitude',
      }),
    ).toBe('behaviour');
  });
});

describe('disjunction', () => {
  test('the strongest alternative decides', () => {
    expect(rungOf([{ 'Hashes|contains': HASH }, { OriginalFileName: 'lazytool.exe' }])).toBe('tool');
    expect(rungOf({ Image: ['C:\\x\\lazytool.exe', 'C:\\Windows\\System32\\mshta.exe'] })).toBe('behaviour');
  });

  test('alternatives in the condition are alternatives', () => {
    const { rung } = judgeRule({
      selection_hash: { 'Hashes|contains': HASH },
      selection_name: { 'Image|endswith': '\\lazytool.exe' },
      condition: '1 of selection_*',
    });
    expect(rung).toBe('artefact');
  });
});

describe('exclusion', () => {
  test('what is left out decides nothing', () => {
    const { rung } = judgeRule({
      selection: { OriginalFileName: 'lazytool.exe' },
      filter_main: { 'Hashes|contains': HASH },
      condition: 'selection and not 1 of filter_*',
    });
    expect(rung).toBe('tool');
  });

  test('a rule of exclusions alone is not judged', () => {
    const judgement = judgeRule({ filter: { Image: 'C:\\a.exe' }, condition: 'not filter' });
    expect(judgement).toEqual({
      because: 'The query says only what it leaves out.',
      parts: [],
      by: 'not-judged',
    });
  });

  test('not (not A) is A, and not (A or B) is neither', () => {
    const tool = equals('OriginalFileName', 'lazytool.exe');
    const hash = equals('Hashes', HASH);
    const not = (of: QueryTree): QueryTree => ({ kind: 'not', of });
    expect(rungOfTree(not(not(tool)))).toBe('tool');
    expect(rungOfTree(not({ kind: 'any', of: [hash, not(tool)] }))).toBe('tool');
    expect(rungOfTree(not({ kind: 'any', of: [hash, tool] }))).toBeUndefined();
  });
});

describe('log sources', () => {
  test('a path asked of our own server is that of our application', () => {
    expect(rungOf({ 'cs-uri-query|contains': '/admin/upload.jsp' }, { category: 'webserver' })).toBe(
      'behaviour',
    );
    expect(rungOf({ 'c-uri|contains': '/admin/upload.jsp' }, { category: 'proxy' })).toBe('artefact');
  });

  test('words in the log of a device are those of the device', () => {
    expect(rungOf(['CONFIG_I'], { product: 'cisco', service: 'aaa' })).toBe('behaviour');
  });

  test('what a scanner calls its finding lasts until the tool is changed', () => {
    expect(rungOf({ 'Signature|contains': 'PHP.Backdoor' }, { category: 'antivirus' })).toBe('tool');
  });
});

test('a query of any depth and of opaque parts is judged or said not to be', () => {
  let tree: QueryTree = equals('Hashes', HASH);
  for (let depth = 0; depth < 5000; depth += 1) tree = { kind: 'all', of: [tree] };
  expect(judge(tree, { fields: [SIGMA_FIELDS] })).toMatchObject({ by: 'not-judged', parts: [] });
  expect(judge({ kind: 'opaque', why: 'a macro', written: '`macro`' }, { fields: [] }).because).toBe(
    'Nothing in the query could be weighed: a macro.',
  );
});

test('a judgement stays small', () => {
  const long = 'x'.repeat(5000);
  const selection = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [`Image|re|${index}`, `${long}${index}`]),
  );
  const { parts, because } = judgeRule({ selection });
  expect(parts).toHaveLength(5);
  expect(Math.max(...parts.map(({ written }) => written.length))).toBeLessThanOrEqual(120);
  expect(because.length).toBeLessThan(300);
});
