import { expect, test } from 'vitest';
import { ownMdxOf } from '../../src/site/own-mdx.ts';
import { aPlaybook, aWorkspace } from '../workspace-builder.ts';

/** Playbooks whose MDX runs, of a hunt in MDX from a folder of the team or from elsewhere. */
function running(own: boolean): string[] {
  const hunt = aPlaybook();
  const workspace = aWorkspace({ playbooks: [{ ...hunt, mdx: true }] });
  const [source] = workspace.sources;
  if (!source) throw new Error('no source');
  const sources = [{ ...source, spec: { ...source.spec, own } }];
  return [...ownMdxOf({ ...workspace, sources }).keys.values()].map((key) =>
    key === hunt.key ? 'the hunt' : key,
  );
}

test('the team’s own MDX runs, and nobody else’s', () => {
  expect(running(true)).toEqual(['the hunt']);
  expect(running(false)).toEqual([]);
});
