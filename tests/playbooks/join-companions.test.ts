import { expect, test } from 'vitest';
import { playbookDraft } from '../../src/playbooks/formats/draft.ts';
import { joinCompanions } from '../../src/playbooks/join-companions.ts';

const hunt = (path: string, title: string): Parameters<typeof joinCompanions>[0][number] => ({
  file: { path },
  content: { playbooks: [playbookDraft('otrf', { title, dataSources: ['Own'] })] },
});

const notebook = (path: string, title: string): Parameters<typeof joinCompanions>[0][number] => ({
  file: { path },
  content: {
    playbooks: [],
    companions: [
      {
        kind: 'otrf-notebook',
        title,
        queries: [],
        sections: [],
        body: `Body of ${title}`,
        dataSources: ['Theirs'],
      },
    ],
  },
});

const bodies = (joined: ReturnType<typeof joinCompanions>): Record<string, string[]> =>
  Object.fromEntries([...joined.completed].map(([path, hunts]) => [path, hunts.map(({ body }) => body)]));

test('a hunt gets what the notebook beside it holds, whatever its title', () => {
  const joined = joinCompanions([hunt('a/metadata.yaml', 'A'), notebook('a/notebook.md', 'Another name')]);
  expect(joined.completed.get('a/metadata.yaml')?.[0]).toMatchObject({
    title: 'A',
    body: 'Body of Another name',
    dataSources: ['Own', 'Theirs'],
  });
  expect(joined.alone).toEqual([]);
});

test('a notebook of another directory is left alone', () => {
  const joined = joinCompanions([hunt('a/metadata.yaml', 'A'), notebook('notebook.md', 'A')]);
  expect(bodies(joined)).toEqual({ 'a/metadata.yaml': [''] });
  expect(joined.alone).toEqual(['notebook.md']);
});

test('hunts that share a directory find their own notebook by file name or title', () => {
  const joined = joinCompanions([
    hunt('one.yaml', 'One'),
    hunt('two.yaml', 'Two'),
    hunt('three.yaml', 'Three'),
    notebook('one.md', 'Something'),
    notebook('x.md', 'two'),
    notebook('y.md', 'Fourth'),
  ]);
  expect(bodies(joined)).toEqual({
    'one.yaml': ['Body of Something'],
    'two.yaml': ['Body of two'],
    'three.yaml': [''],
  });
  expect(joined.alone).toEqual(['y.md']);
});

test('without notebooks nothing is replaced', () => {
  expect(joinCompanions([hunt('a/metadata.yaml', 'A')])).toEqual({ completed: new Map(), alone: [] });
});
