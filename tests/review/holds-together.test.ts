import { expect, test } from 'vitest';
import type { Review } from '../../src/review/review.ts';
import { reviewOf, reviewScenario, scenarioRepository, SCENARIOS } from './scenario.ts';

/** Everything that is wrong inside of a review, whatever it is of. */
function contradictions(review: Review): string[] {
  const { lost, gained, changed, byVersion, rules, playbooks, exercises, summary, numbers } = review;
  const items = [...rules, ...playbooks, ...exercises];
  const ids = new Set(items.map(({ id }) => id));
  const techniques = [...lost, ...gained, ...changed];
  const problems: string[] = [];
  if (ids.size !== items.length) problems.push('an id of a change is there twice');
  for (const { technique, causes, kind, before, after } of [...techniques, ...byVersion]) {
    if (causes.length === 0) problems.push(`${technique} has no cause`);
    for (const { change, text } of causes)
      if (change !== undefined && !ids.has(change)) problems.push(`${technique}: ${text} leads nowhere`);
    if (JSON.stringify(before) === JSON.stringify(after))
      problems.push(`${technique} is ${kind} and the same`);
  }
  for (const [kind, count] of Object.entries(summary.techniques))
    if (techniques.filter((one) => one.kind === kind).length !== count)
      problems.push(`${count} are counted as ${kind}`);
  for (const change of ['added', 'removed', 'changed'] as const)
    if (rules.filter((one) => one.change === change).length !== summary.rules[change])
      problems.push(`rules that are ${change} are not counted right`);
  for (const { item, before, change } of items) {
    if (item.side !== (change === 'removed' ? 'base' : 'head'))
      problems.push(`${item.key} is of the wrong side`);
    if (before !== undefined && change !== 'changed') problems.push(`${item.key} has a past it cannot have`);
    if (!item.file?.startsWith('content/')) problems.push(`${item.key} has no file in the repository`);
  }
  for (const { domain, before, after } of numbers) {
    const inDomain = techniques.filter((one) => one.domain === domain);
    const count = (kind: string): number =>
      inDomain.filter((one) => one.kind === kind && one.before.inScope === one.after.inScope).length;
    const rescoped = inDomain.some((one) => one.before.inScope !== one.after.inScope);
    if (!rescoped && after.covered - before.covered !== count('gained') - count('lost'))
      problems.push(`${domain}: what is gained and lost does not add up`);
  }
  return problems;
}

test.each(SCENARIOS)(
  'the review of %s holds together, and read backwards it is the opposite',
  async (scenario) => {
    const forth = await reviewScenario(scenario);
    expect(contradictions(forth)).toEqual([]);
    const { folder, git } = scenarioRepository(scenario);
    // The base must be where the head left it: the same two states, the other way round.
    git('checkout', '--quiet', 'change');
    git('revert', '--no-edit', 'HEAD');
    const back = await reviewOf(folder, { base: 'HEAD~1', head: 'HEAD', now: forth.now });
    expect(contradictions(back)).toEqual([]);
    const ids = (changes: Review['lost'], kind: string): string[] =>
      changes
        .filter((one) => one.kind === kind)
        .map(({ technique }) => technique)
        .sort();
    expect(ids(back.lost, 'lost')).toEqual(ids(forth.gained, 'gained'));
    expect(ids(back.gained, 'gained')).toEqual(ids(forth.lost, 'lost'));
    expect(back.summary.rules).toEqual({
      added: forth.summary.rules.removed,
      removed: forth.summary.rules.added,
      changed: forth.summary.rules.changed,
    });
  },
);
