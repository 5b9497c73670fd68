import type { Assessment } from '../../coverage/assessment.ts';
import type { ActorInDomains } from '../actor-lookups.ts';
import { gapOf } from '../lookups.ts';
import { digestOf } from './digest.ts';

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
    const { freshness, ...rest } = assessment;
    const { newest, ...windows } = freshness;
    digest = digestOf(rest, windows, [newest?.what, newest?.date], gapOf(assessment.technique));
    assessed.set(assessment, digest);
  }
  return digest;
}
