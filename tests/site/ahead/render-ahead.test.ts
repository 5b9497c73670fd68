import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { renderAhead } from '../../../src/site/ahead/render-ahead.ts';
import { renderJob, type TextJob } from '../../../src/site/ahead/text-job.ts';
import { temporaryFolder } from '../../git-repository.ts';

const LINKS = new Map([['T1059', { href: '/techniques/T1059/', title: 'T1059 Command' }]]);

/** Sources and guides in turn. */
const JOBS = new Map(
  Array.from({ length: 600 }, (_, at): [string, TextJob] => {
    const text = `title: Rule ${String(at)} of T1059\n`;
    const source = { kind: 'source', text, language: 'sigma', stretches: [{ start: 0, end: 5, number: 1 }] };
    return [`job-${String(at)}`, (at % 2 === 0 ? source : { kind: 'guide', text }) as TextJob];
  }),
);
const ids = [...JOBS.keys()];
const here = (id: string): string => {
  const job = JOBS.get(id);
  if (!job) throw new Error(`no job ${id}`);
  return renderJob(job, (attackId) => LINKS.get(attackId));
};

/** A thread that runs this instead. */
function thread(code: string): URL {
  const file = join(temporaryFolder(), 'thread.mjs');
  writeFileSync(file, code);
  return pathToFileURL(file);
}

test.runIf(availableParallelism() > 1)(
  'who asks from the first on finds the last ones rendered, as they would be here',
  async () => {
    const ahead = renderAhead(JOBS, LINKS);
    const found: string[] = [];
    for (const id of ids) {
      const html = ahead.take(id);
      // As long as it would take to render it.
      await sleep(5);
      if (html === undefined) continue;
      expect(html).toBe(here(id));
      found.push(id);
    }
    ahead.stop();
    expect(found.length).toBeGreaterThan(1);
    expect(found).toEqual(ids.slice(-found.length));
    expect(here('job-599')).toContain('href="/techniques/T1059/"');
  },
);

test('of few texts, all are rendered here', async () => {
  const ahead = renderAhead(new Map([...JOBS].slice(0, 20)), LINKS);
  await sleep(500);
  expect(ahead.take('job-19')).toBeUndefined();
  ahead.stop();
});

test('a text that nobody announced is rendered here', () => {
  const ahead = renderAhead(JOBS, LINKS);
  expect(ahead.take('another')).toBeUndefined();
  ahead.stop();
});

test.each([
  ['dies', 'process.exit(1)'],
  ['fails', "throw new Error('no')"],
  ['does nothing', ''],
])('with a thread that %s all are rendered here', async (_what, code) => {
  const ahead = renderAhead(JOBS, LINKS, { module: thread(code) });
  await sleep(300);
  for (const id of ids) expect(ahead.take(id)).toBeUndefined();
  ahead.stop();
});
