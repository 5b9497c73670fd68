import { expect, test } from 'vitest';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { Technique } from '../../src/attack/facts.ts';
import { techniqueFinder } from '../../src/attack/technique-names.ts';

function technique(id: string, name: string, state: Technique['state'] = 'active'): Technique {
  const [parent = id] = id.split('.');
  return { id, name, tactics: [], platforms: [], state, ...(parent !== id && { parent }) };
}

const find = techniqueFinder([
  technique('T1001', 'Old Shell', 'revoked'),
  technique('T1002', 'Gone', 'deprecated'),
  technique('T1003', 'Shells'),
  technique('T1003.001', 'Old Shell'),
  technique('T1003.002', 'Remote'),
  technique('T1004', 'Services'),
  technique('T1004.001', 'Remote'),
  technique('T1004.002', 'Shells'),
  technique('T1005', 'Twin', 'revoked'),
  technique('T1006', 'Twin', 'revoked'),
  technique('T1007.001', 'Orphan'),
]);

test.for([
  ['Shells', 'T1003', 'a technique before a sub-technique of that name'],
  ['  shells ', 'T1003', 'case and blanks aside'],
  ['Shells:  old\tshell', 'T1003.001', 'the full name of a sub-technique'],
  ['Old Shell', 'T1003.001', 'an active one before a revoked one'],
  ['Services: Shells', 'T1004.002', 'the full name where the short one is taken'],
  ['Gone', 'T1002', 'one ATT&CK has given up'],
  ['Orphan', 'T1007.001', 'one whose parent is missing'],
  ['Remote', undefined, 'a name two sub-techniques share leads nowhere'],
  ['Twin', undefined, 'so does one that two former techniques share'],
  ['Services: Old Shell', undefined, 'a sub-technique under the wrong parent'],
  ['', undefined, 'nothing'],
  ['constructor', undefined, 'nothing of the language'],
] as const)('%j is %s: %s', ([name, id]) => {
  expect(find(name)).toBe(id);
});

test.for([
  ['Valid Accounts', 'T1078'],
  ['Valid Accounts: Cloud Accounts', 'T1078.004'],
  ['PowerShell', 'T1059.001'],
  // T1087.004 and T1136.003.
  ['Cloud Account', undefined],
  // Revoked in 19.
  ['Impair Defenses', 'T1562'],
] as const)('of ATT&CK Enterprise, %s is %s', ([name, id]) => {
  expect(techniqueFinder(embeddedSnapshot('enterprise').techniques)(name)).toBe(id);
});

test.for(['enterprise', 'mobile', 'ics'] as const)(
  'every active technique of %s is found by its full name',
  (domain) => {
    const { techniques } = embeddedSnapshot(domain);
    const names = new Map(techniques.map(({ id, name }) => [id, name]));
    const findIn = techniqueFinder(techniques);
    const active = techniques.filter(({ state }) => state === 'active');
    const missed = active.filter(({ id, name, parent }) => {
      const full = parent === undefined ? name : `${names.get(parent) ?? ''}: ${name}`;
      return findIn(full) !== id;
    });
    expect(missed).toEqual([]);
  },
);
