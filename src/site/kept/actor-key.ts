import type { Assessment } from '../../coverage/assessment.ts';
import type { ActorInDomains } from '../actor-lookups.ts';
import { gapOf } from '../lookups.ts';
import { digestOf } from './digest.ts';
import { withoutLinks } from './without-links.ts';

const assessed = new WeakMap<Assessment, string>();

/** A digest of all that the page of an actor shows beside what every page may. */
export function actorKey(coverages: ActorInDomains): string {
  return digestOf(
    coverages.map(({ techniques, ...coverage }) => [
      coverage,
      techniques.map(({ assessment, procedures }) => [assessmentDigest(assessment), procedures]),
    ]),
  );
}

/** What a page says of a technique in a list: not how many days ago something changed, which is another number tomorrow. */
function assessmentDigest(assessment: Assessment): string {
  let digest = assessed.get(assessment);
  if (digest === undefined) {
    const { freshness, scope, ...rest } = assessment;
    const { newest, ...windows } = freshness;
    digest = digestOf(
      rest,
      scopeOf(scope),
      windows,
      [newest?.what, newest?.date],
      gapOf(assessment.technique),
    );
    assessed.set(assessment, digest);
  }
  return digest;
}

function scopeOf(scope: Assessment['scope']): unknown {
  if (scope.state === 'in' || !scope.decision) return scope;
  return { ...scope, decision: withoutLinks([scope.decision]) };
}
