import { describe, expect, test } from 'vitest';
import { fileLink, type Linkable } from '../../src/site/file-link.ts';
import type { Source } from '../../src/sources/source.ts';

const source = {
  spec: { name: 'team' },
  web: { repository: { host: 'github', url: 'https://github.com/example/rules' }, prefix: 'detections/' },
} as Source;

const item: Linkable = {
  source: 'team',
  path: 'a.yml',
  blob: 'b10b',
  permalink: 'https://github.com/example/rules/blob/head/detections/a.yml',
  history: {
    first: '',
    last: '',
    commits: 2,
    blob: 'b10b',
    newest: [{ id: 'c0ffee', date: '', subject: '' }],
  },
};

describe('the link to the file of an item', () => {
  test('is to the commit that left the file as it is, which other commits do not change', () => {
    expect(fileLink(item, [source], { from: 2, to: 4 })).toBe(
      'https://github.com/example/rules/blob/c0ffee/detections/a.yml#L2-L4',
    );
  });

  test('is to the commit that was read where the file is not what its newest commit left', () => {
    expect(fileLink({ ...item, blob: 'other' }, [source])).toBe(item.permalink);
  });

  test('is to the commit that was read where no history is known', () => {
    const { history, ...without } = item;
    expect(history).toBeDefined();
    expect(fileLink(without, [source])).toBe(item.permalink);
  });

  test('is none where the repository cannot be seen in a browser', () => {
    const folder = { spec: source.spec } as Source;
    const { source: name, path, blob } = item;
    expect(fileLink({ source: name, path, blob }, [folder])).toBeUndefined();
  });
});
