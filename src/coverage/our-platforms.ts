import type { Technique } from '../attack/facts.ts';

/** Platforms of a technique that are ours, as ATT&CK writes them: all of them where no platforms are configured. */
export function ourPlatforms(
  { platforms }: Pick<Technique, 'platforms'>,
  configured: readonly string[],
): string[] {
  if (configured.length === 0) return [...platforms];
  const ours = new Set(configured.map((platform) => platform.toLowerCase()));
  return platforms.filter((platform) => ours.has(platform.toLowerCase()));
}
