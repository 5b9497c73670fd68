import { expect, test } from 'vitest';
import { CATEGORIES, LOGS, sigmaLogSourceFor } from '../../src/drafts/log-source.ts';
import { embeddedBase } from '../workspace-builder.ts';

const { facts } = embeddedBase('enterprise');

function log(name: string, ...logSources: string[]): { component: { name: string }; logSources: string[] } {
  return { component: { name }, logSources };
}

test('every data component and log of the tables is one that ATT&CK names', () => {
  const components = new Set(facts.dataComponents.map(({ name }) => name));
  expect(CATEGORIES.map(([component]) => component).filter((name) => !components.has(name))).toEqual([]);
  const logs = new Set(facts.analytics.flatMap(({ logSources }) => logSources.map(({ name }) => name)));
  expect(Object.keys(LOGS).filter((name) => !logs.has(name))).toEqual([]);
});

test('process creation is read on the first host that is ours', () => {
  const logs = [log('Process Access'), log('Process Creation')];
  expect(sigmaLogSourceFor(logs, ['Linux', 'Windows'])).toEqual({
    category: 'process_creation',
    product: 'linux',
  });
});

test('what only Windows has is not looked for elsewhere', () => {
  const logs = [log('Process Access', 'auditd:SYSCALL')];
  expect(sigmaLogSourceFor(logs, ['Linux', 'Windows'])).toEqual({
    category: 'process_access',
    product: 'windows',
  });
  expect(sigmaLogSourceFor(logs, ['Linux'])).toEqual({ product: 'linux', service: 'auditd' });
});

test('the log of a cloud is read by its own name, and that of a host we do not run never', () => {
  const logs = [log('User Account Authentication', 'WinEventLog:Security', 'AWS:CloudTrail')];
  expect(sigmaLogSourceFor(logs, ['IaaS'])).toEqual({ product: 'aws', service: 'cloudtrail' });
});

test('data that Sigma has no name for gives none', () => {
  expect(sigmaLogSourceFor([log('Network Traffic Flow', 'NSM:Flow')], ['Network Devices'])).toBeUndefined();
});
