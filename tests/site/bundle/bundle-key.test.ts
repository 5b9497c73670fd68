import { expect, test } from 'vitest';
import { bundleKey } from '../../../src/site/bundle/bundle-key.ts';
import type { SiteModel } from '../../../src/site/model.ts';
import { aDetection, aPlaybook, aWorkspace } from '../../workspace-builder.ts';

const keyOf = (workspace: SiteModel['workspace']): string | undefined =>
  bundleKey({ workspace } as SiteModel);

/** A hunt in MDX, from a folder of the team or from elsewhere. */
function withMdx(own: boolean): SiteModel['workspace'] {
  const workspace = aWorkspace({ playbooks: [{ ...aPlaybook(), mdx: true }] });
  const [source] = workspace.sources;
  if (!source) throw new Error('no source');
  return { ...workspace, sources: [{ ...source, spec: { ...source.spec, own } }] };
}

test('code is the same for what only the pages say', () => {
  const another = aWorkspace({ config: { title: 'Another team' }, detections: [aDetection()] });
  expect(keyOf(another)).toBe(keyOf(aWorkspace()));
});

test('code is another under another address, and for other names of ATT&CK’s objects', () => {
  const keys = [
    aWorkspace(),
    aWorkspace({ config: { base: '/x/' } }),
    aWorkspace({ config: { site: 'https://soc.example.org' } }),
    aWorkspace({ config: { attack: { domains: ['ics'] } } }),
  ].map(keyOf);
  expect(new Set(keys).size).toBe(4);
});

test('what the team’s own MDX brings along is not known beforehand; nobody else’s runs', () => {
  expect(keyOf(withMdx(true))).toBeUndefined();
  expect(keyOf(withMdx(false))).toBe(keyOf(aWorkspace()));
});
