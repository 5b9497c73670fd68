import type { Assessment } from '../coverage/assessment.ts';
import { counted } from '../coverage/wording.ts';
import type { Category } from './categories.ts';
import {
  BEST_COLOR,
  ELSEWHERE_COLOR,
  FAILED_COLOR,
  GOOD_COLOR,
  NOTHING_COLOR,
  SOME_COLOR,
} from './colors.ts';

/** Where a technique stands on one platform. */
export const PLATFORM_STANDINGS = {
  tested: { score: 100, color: BEST_COLOR, label: 'A tested rule looks here' },
  claimed: { score: 75, color: GOOD_COLOR, label: 'A rule looks here' },
  proven: { score: 75, color: '#1b1464', label: 'Proven without a rule' },
  hunted: { score: 50, color: SOME_COLOR, label: 'Only hunts look here' },
  elsewhere: { score: 25, color: ELSEWHERE_COLOR, label: 'Rules look elsewhere only' },
  nothing: { score: 0, color: NOTHING_COLOR, label: 'Nothing looks for it' },
  failed: { score: 0, color: FAILED_COLOR, label: 'Missed, on whichever platform' },
} as const satisfies Record<string, Category & { score: number }>;
export type PlatformStanding = keyof typeof PLATFORM_STANDINGS;

/** A rule or playbook, as far as it says where it looks. */
export interface Looking {
  platforms: readonly string[];
}

/**
 * Tells whether an item looks on a platform: it names it, or it names none that ATT&CK knows, and nobody says then that it
 * looks anywhere else. What an item names is looked up once, not once for each platform.
 *
 * @param known All platforms of the domain.
 */
export function looksOn(known: readonly string[]): (item: Looking, platform: string) => boolean {
  const words = new Set(known.map((platform) => platform.toLowerCase()));
  const byItem = new Map<Looking, string[]>();
  return (item, platform) => {
    let named = byItem.get(item);
    if (!named) {
      named = item.platforms.map((name) => name.toLowerCase()).filter((name) => words.has(name));
      byItem.set(item, named);
    }
    return named.length === 0 || named.includes(platform.toLowerCase());
  };
}

/**
 * Exercises do not say on which platform they ran. A miss stands for every platform all the same; proof makes no rule that
 * looks elsewhere look here.
 *
 * @param here Rules (with those of sub-techniques) and current playbooks that look on the platform, and whether a rule of
 *   exactly this technique among them passes a test.
 */
export function platformStanding(
  { level, detectionsRolledUp }: Assessment,
  here: { rules: number; playbooks: number; isTested: boolean },
): PlatformStanding {
  if (level === 'failed') return 'failed';
  if (here.isTested) return 'tested';
  if (here.rules > 0) return 'claimed';
  if (here.playbooks > 0) return 'hunted';
  if (detectionsRolledUp.length > 0) return 'elsewhere';
  return level === 'proven' ? 'proven' : 'nothing';
}

/** What of a technique's evidence looks on a platform, in a sentence or two. */
export function platformComment(
  platform: string,
  standing: PlatformStanding,
  { level, detectionsRolledUp }: Assessment,
  here: { rules: number; playbooks: number },
): string {
  const { label } = PLATFORM_STANDINGS[standing];
  const all = detectionsRolledUp.length;
  if (all + here.playbooks === 0) return `${label}.`;
  const rules = `${here.rules} of ${counted(all, 'counting rule')}`;
  const looks = `${rules} and ${counted(here.playbooks, 'current playbook')} look on ${platform}.`;
  const proven = level === 'proven' ? ' Proven, but no exercise says on which platform.' : '';
  return `${label}: ${looks}${proven}`;
}
