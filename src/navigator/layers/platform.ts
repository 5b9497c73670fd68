import { slug } from 'github-slugger';
import { byCodeUnit } from '../../attack/order.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { counted } from '../../coverage/wording.ts';
import { categoryScale, type Category } from '../categories.ts';
import {
  BEST_COLOR,
  ELSEWHERE_COLOR,
  FAILED_COLOR,
  GOOD_COLOR,
  NOTHING_COLOR,
  SOME_COLOR,
  UNSCORED_COLOR,
} from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily, LayerInput } from '../layer-definition.ts';
import { techniqueEntry } from '../technique-entry.ts';

const STANDINGS = {
  tested: { score: 100, color: BEST_COLOR, label: 'A tested rule looks here' },
  claimed: { score: 75, color: GOOD_COLOR, label: 'A rule looks here' },
  proven: {
    score: 75,
    color: '#1b1464',
    label: 'Proven without a rule',
  },
  hunted: { score: 50, color: SOME_COLOR, label: 'Only hunts look here' },
  elsewhere: { score: 25, color: ELSEWHERE_COLOR, label: 'Rules look elsewhere only' },
  nothing: { score: 0, color: NOTHING_COLOR, label: 'Nothing looks for it' },
  failed: { score: 0, color: FAILED_COLOR, label: 'Missed, on whichever platform' },
} as const satisfies Record<string, Category & { score: number }>;
type Standing = keyof typeof STANDINGS;

const SCALE = categoryScale(Object.values(STANDINGS), [
  { label: 'Not on this platform', color: UNSCORED_COLOR },
]);

/**
 * One layer for each platform of the domain (of those we run, where the config says so), with its techniques alone.
 *
 * A rule looks on a platform when it names it, or when it names none that ATT&CK knows: nobody says then that it looks
 * anywhere else. Exercises do not say on which platform they ran, so proof stays out of these levels.
 */
export const platformLayers: LayerFamily = ({ knowledge, workspace }) => {
  const ours = new Set(workspace.config.scope.platforms.map((platform) => platform.toLowerCase()));
  const platforms = [...new Set(knowledge.techniques.flatMap((technique) => technique.platforms))].sort(
    byCodeUnit,
  );
  const known = new Set(platforms.map((platform) => platform.toLowerCase()));
  return platforms
    .filter((platform) => ours.size === 0 || ours.has(platform.toLowerCase()))
    .map((platform) => platformLayer(platform, known));
};

function platformLayer(platform: string, known: ReadonlySet<string>): LayerDefinition {
  const isHere = ({ platforms }: { platforms: readonly string[] }): boolean => {
    const named = platforms.map((name) => name.toLowerCase()).filter((name) => known.has(name));
    return named.length === 0 || named.includes(platform.toLowerCase());
  };
  const definition: LayerDefinition = {
    id: `platform-${slug(platform)}`,
    kind: 'platform',
    name: `On ${platform}`,
    summary: `Techniques of ${platform} and what looks for them there: a rule counts when it names the platform or names none.`,
    build: (input) =>
      frame(definition, input, {
        techniques: ofPlatform(input.assessments, platform, input).map((assessment) => {
          const rules = assessment.detectionsRolledUp.filter(isHere);
          const playbooks = assessment.playbooks.filter(isHere);
          const standing = standingOf(assessment, rules.length, playbooks.length, isHere);
          const { score, color } = STANDINGS[standing];
          return techniqueEntry(assessment, input.workspace.config, {
            score,
            color,
            rules,
            comment: commentOf(platform, standing, assessment, {
              rules: rules.length,
              playbooks: playbooks.length,
            }),
          });
        }),
        outOfScope: ofPlatform(input.outOfScope, platform, input),
        scale: SCALE,
        rollUp:
          'A technique counts its own rules and those of its sub-techniques; only its own make it tested.',
      }),
  };
  return definition;
}

function commentOf(
  platform: string,
  standing: Standing,
  { level, detectionsRolledUp }: Assessment,
  here: { rules: number; playbooks: number },
): string {
  const { label } = STANDINGS[standing];
  const all = detectionsRolledUp.length;
  if (all + here.playbooks === 0) return `${label}.`;
  const rules = `${here.rules} of ${counted(all, 'counting rule')}`;
  const looks = `${rules} and ${counted(here.playbooks, 'current playbook')} look on ${platform}.`;
  const proven = level === 'proven' ? ' Proven, but no exercise says on which platform.' : '';
  return `${label}: ${looks}${proven}`;
}

function ofPlatform(
  assessments: readonly Assessment[],
  platform: string,
  { knowledge }: LayerInput,
): Assessment[] {
  return assessments.filter(({ technique }) => knowledge.technique(technique)?.platforms.includes(platform));
}

function standingOf(
  { level, detections, detectionsRolledUp }: Assessment,
  rules: number,
  playbooks: number,
  isHere: (item: { platforms: readonly string[] }) => boolean,
): Standing {
  if (level === 'failed') return 'failed';
  if (detections.some((detection) => detection.passingTests.length > 0 && isHere(detection))) return 'tested';
  if (rules > 0) return 'claimed';
  if (playbooks > 0) return 'hunted';
  if (detectionsRolledUp.length > 0) return 'elsewhere';
  return level === 'proven' ? 'proven' : 'nothing';
}
