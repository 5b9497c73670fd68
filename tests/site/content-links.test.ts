import { describe, expect, test } from 'vitest';
import { contentLinks, mayLinkRelatively } from '../../src/site/content-links.ts';
import { aDetection, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const hunt = aPlaybook({ title: 'Hunt', path: 'playbooks/hunt.md', slug: 'hunt' });
const other = aPlaybook({ title: 'Other', path: 'playbooks/more/other hunt.md', slug: 'other-hunt' });
const rule = aDetection({ title: 'Rule', path: 'detections/rule.yml', slug: 'rule' });
const workspace = aWorkspace({ playbooks: [hunt, other], detections: [rule], config: { base: '/soc' } });
const links = contentLinks(workspace);

describe('relative links between files of a source', () => {
  test.each([
    ['../detections/rule.yml', `/soc/detections/${rule.source}/rule/`],
    ['more/other%20hunt.md#execution', '/soc/playbooks/other-hunt/#execution'],
    ['./hunt.md', '/soc/playbooks/hunt/'],
    ['missing.md', undefined],
    ['../../outside.md', undefined],
    ['/etc/passwd', undefined],
    ['javascript:alert(1)', undefined],
    ['%E0%A4%A', undefined],
  ])('%s leads to %s', (link, page) => {
    expect(links(hunt, link)).toBe(page);
  });

  test('a text with only absolute links cannot hold one', () => {
    expect(mayLinkRelatively('See [ATT&CK](https://attack.mitre.org) and [above](#top).')).toBe(false);
    expect(mayLinkRelatively('See [the rule](../rule.yml).')).toBe(true);
    expect(mayLinkRelatively('See [the rule][r].\n\n[r]: ../rule.yml')).toBe(true);
  });
});
