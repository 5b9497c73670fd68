import { relevance } from '../threats/relevance.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ProfileRelevance } from './assessment.ts';

/** What each threat profile makes relevant, the default first; without any, all groups of ATT&CK stand in for one. */
export function profileRelevances({ threats, knowledge }: Workspace): ProfileRelevance[] {
  const profiles = threats.length > 0 ? threats : [undefined];
  return profiles.map((profile) => ({
    ...(profile && { profile }),
    domains: new Map([...knowledge].map(([domain, base]) => [domain, relevance(profile, base)])),
  }));
}
