import type { AtomicTest } from '../exercises/atomic-test.ts';

/** Platforms as Atomic Red Team writes them, where ATT&CK's name differs in more than case. */
const ATTACK_NAMES: Record<string, readonly string[]> = {
  'azure-ad': ['Identity Provider'],
  'entra-id': ['Identity Provider'],
  'office-365': ['Office Suite', 'SaaS'],
  'google-workspace': ['Office Suite', 'SaaS'],
  iaas: ['IaaS'],
  saas: ['SaaS'],
};

/**
 * Whether a test of the catalogue can be run on one of these platforms. A platform nobody knows is not ruled out.
 *
 * @param platforms Platforms we run, as ATT&CK calls them; empty for all.
 */
export function runsOn(
  { platforms: written }: Pick<AtomicTest, 'platforms'>,
  platforms: readonly string[],
): boolean {
  if (platforms.length === 0 || written.length === 0) return true;
  const ours = new Set(platforms.map((platform) => platform.toLowerCase()));
  return written.some((platform) => {
    const name = platform.toLowerCase();
    const known = ATTACK_NAMES[name] ?? ATTACK_NAMES[name.split(':')[0] ?? name];
    return (known ?? [name]).some((one) => ours.has(one.toLowerCase()));
  });
}
