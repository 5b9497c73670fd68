import { expect, test } from 'vitest';
import { bundleKey } from '../../../src/site/bundle/bundle-key.ts';
import type { SiteModel } from '../../../src/site/model.ts';

/** As much of a model as code of pages is compiled from. */
function model({ base = '/', name = 'Phishing', mdx = false, title = 'Team' } = {}): SiteModel {
  return {
    workspace: {
      config: { title, site: 'https://soc.example.org', base },
      knowledge: new Map([
        ['enterprise', { domain: 'enterprise', version: '19.1', facts: { techniques: [{ name }] } }],
      ]),
      playbooks: [{ mdx }],
    },
  } as unknown as SiteModel;
}

test('code is the same for what only the pages say', () => {
  expect(bundleKey(model({ title: 'Another team' }))).toBe(bundleKey(model()));
});

test('code is another under another address, and for other names of ATT&CK', () => {
  const keys = [model(), model({ base: '/x/' }), model({ name: 'Lures' })].map(bundleKey);
  expect(new Set(keys).size).toBe(3);
});

test('what a team’s own MDX brings along is not known beforehand', () => {
  expect(bundleKey(model({ mdx: true }))).toBeUndefined();
});
