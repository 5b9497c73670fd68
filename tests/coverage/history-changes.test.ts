import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { assessedPoint } from '../../src/coverage/history/assessed-point.ts';
import { changesBetween } from '../../src/coverage/history/changes.ts';
import type { Change } from '../../src/coverage/history.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

type Content = Parameters<typeof aWorkspace>[0];

function between(before: Content, after: Content, inScope = (): boolean => true): Change[] {
  const [was, is] = [
    aWorkspace({ now: '2026-06-01', ...before }),
    aWorkspace({ now: '2026-07-01', ...after }),
  ].map((workspace) => assessedPoint(workspace, assess(workspace)));
  return changesBetween(was!, is!, inScope);
}

/** `added Title`, `gained T1059.001 none>claimed`. */
function told(changes: readonly Change[]): string[] {
  return changes.map(({ kind, technique, levels, item }) =>
    [kind, technique ?? item?.title, levels?.join('>')].filter((part) => part !== undefined).join(' '),
  );
}

const fresh = { modified: '2026-05-20' };

test('nothing changes between two equal states', () => {
  const content = { detections: [aDetection({ techniques: ['T1059.001'], ...fresh })] };
  expect(between(content, content)).toEqual([]);
});

test('a new rule is added, and covers its technique and the parent', () => {
  const changes = between(
    {},
    { detections: [aDetection({ title: 'New', techniques: ['T1059.001'], ...fresh })] },
  );
  expect(told(changes)).toEqual(['added New', 'gained T1059 none>claimed', 'gained T1059.001 none>claimed']);
  expect(changes[0]).toEqual({
    kind: 'added',
    from: '2026-06-01',
    to: '2026-07-01',
    item: { key: 'team/new', kind: 'detection', title: 'New', techniques: ['T1059.001'] },
  });
});

test('a rule that goes takes its coverage along, and one that is deprecated goes as surely', () => {
  const detection = aDetection({ title: 'Old', techniques: ['T1113'], ...fresh });
  const gone = ['removed Old', 'lost T1113 claimed>none'];
  expect(told(between({ detections: [detection] }, {}))).toEqual(gone);
  const deprecated = aDetection({ title: 'Old', techniques: ['T1113'], status: 'deprecated', ...fresh });
  expect(told(between({ detections: [detection] }, { detections: [deprecated] }))).toEqual(gone);
});

test.each([
  ['moved, with its id', { slug: 'b', path: 'other/b.yml', id: 'R-1', title: 'Same' }],
  ['given a new id', { slug: 'a', path: 'a.yml', id: 'R-2', title: 'Same' }],
  ['given a new title', { slug: 'a', path: 'a.yml', id: 'R-1', title: 'Another title' }],
  ['renamed with a new id and the old title', { slug: 'c', path: 'c.yml', id: 'R-3', title: 'same ' }],
])('a rule that is %s is the same rule', (_, change) => {
  const before = aDetection({
    slug: 'a',
    path: 'a.yml',
    id: 'R-1',
    title: 'Same',
    techniques: ['T1113'],
    ...fresh,
  });
  const after = aDetection({ techniques: ['T1113'], ...fresh, ...change });
  expect(between({ detections: [before] }, { detections: [after] })).toEqual([]);
});

test('two rules that swap their files are still themselves; a title many share tells nothing', () => {
  const rule = (slug: string, id?: string, title = 'Twin') =>
    aDetection({ slug, path: `${slug}.yml`, title, techniques: ['T1113'], ...fresh, ...(id && { id }) });
  expect(
    between(
      { detections: [rule('a', '1'), rule('b', '2')] },
      { detections: [rule('a', '2'), rule('b', '1')] },
    ),
  ).toEqual([]);
  const changes = between({ detections: [rule('a'), rule('b')] }, { detections: [rule('c'), rule('d')] });
  expect(told(changes)).toEqual(['added Twin', 'added Twin', 'removed Twin', 'removed Twin']);
});

test('an exercise proves one technique and fails another', () => {
  const detections = [aDetection({ title: 'Rule', techniques: ['T1113'], ...fresh })];
  const exercises = [
    anExercise({
      title: 'June',
      date: '2026-06-20',
      outcomes: [
        ['T1113', 'missed'],
        ['T1115', 'detected'],
      ],
    }),
  ];
  expect(told(between({ detections }, { detections, exercises }))).toEqual([
    'added June',
    'gained T1115 none>proven',
    'lost T1113 claimed>failed',
    'proven T1115 none>proven',
    'failed T1113 claimed>failed',
  ]);
});

test('a proof that passes its window went stale; one whose exercise is deleted did not', () => {
  const detections = [aDetection({ title: 'Rule', techniques: ['T1113'], ...fresh })];
  const exercises = [anExercise({ title: 'Old', date: '2025-06-15', outcomes: [['T1113', 'detected']] })];
  expect(told(between({ detections, exercises }, { detections, exercises }))).toEqual([
    'went-stale T1113 proven>claimed',
  ]);
  expect(told(between({ detections, exercises }, { detections }))).toEqual(['removed Old']);
});

test('a hunt that nobody looked at for too long went stale and was not removed; a retired one was', () => {
  const hunt = { title: 'Hunt', techniques: ['T1113'], reviewed: '2026-05-01' };
  const lapsed = aPlaybook({ ...hunt, current: false });
  expect(told(between({ playbooks: [aPlaybook(hunt)] }, { playbooks: [lapsed] }))).toEqual([
    'went-stale T1113 hunted>none',
  ]);
  const retired = aPlaybook({ ...hunt, current: false, status: 'retired' });
  expect(told(between({ playbooks: [aPlaybook(hunt)] }, { playbooks: [retired] }))).toEqual(['removed Hunt']);
});

test('a rule nobody changed for longer than its window went stale once', () => {
  const detections = [aDetection({ techniques: ['T1113'], modified: '2024-06-15' })];
  expect(told(between({ detections }, { detections }))).toEqual(['went-stale T1113 claimed>claimed']);
  const older = [aDetection({ techniques: ['T1113'], modified: '2024-05-15' })];
  expect(between({ detections: older }, { detections: older })).toEqual([]);
});

test('what is out of scope has no changes of its own, while its items still come and go', () => {
  const detections = [aDetection({ title: 'New', techniques: ['T1113'], ...fresh })];
  expect(told(between({}, { detections }, () => false))).toEqual(['added New']);
});
