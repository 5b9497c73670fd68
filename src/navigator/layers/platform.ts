import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import { byCodeUnit } from '../../attack/order.ts';
import { platformSlug } from '../../attack/platform-names.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { categoryScale } from '../categories.ts';
import { UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily } from '../layer-definition.ts';
import { looksOn, PLATFORM_STANDINGS, platformComment, platformStanding } from '../platform-standing.ts';
import { techniqueEntry } from '../technique-entry.ts';

const SCALE = categoryScale(Object.values(PLATFORM_STANDINGS), [
  { label: 'Not on this platform', color: UNSCORED_COLOR },
]);

/** One layer for each platform of the domain (of those we run, where the config says so), with its techniques alone. */
export const platformLayers: LayerFamily = ({ knowledge, workspace }) => {
  const ours = new Set(workspace.config.scope.platforms.map((platform) => platform.toLowerCase()));
  const platforms = [...new Set(knowledge.techniques.flatMap((technique) => technique.platforms))].sort(
    byCodeUnit,
  );
  const looks = looksOn(platforms);
  return platforms
    .filter((platform) => ours.size === 0 || ours.has(platform.toLowerCase()))
    .map((platform) => platformLayer(platform, looks));
};

function platformLayer(platform: string, looks: ReturnType<typeof looksOn>): LayerDefinition {
  const definition: LayerDefinition = {
    id: `platform-${platformSlug(platform)}`,
    kind: 'platform',
    name: `On ${platform}`,
    summary: `Techniques of ${platform} and what looks for them there: a rule counts when it names the platform or names none.`,
    build: (input) =>
      frame(definition, input, {
        techniques: ofPlatform(input.assessments, platform, input.knowledge).map((assessment) => {
          const rules = assessment.detectionsRolledUp.filter((rule) => looks(rule, platform));
          const here = {
            rules: rules.length,
            playbooks: assessment.playbooks.filter((playbook) => looks(playbook, platform)).length,
            isTested: assessment.detections.some(
              (rule) => rule.passingTests.length > 0 && looks(rule, platform),
            ),
          };
          const standing = platformStanding(assessment, here);
          const { score, color } = PLATFORM_STANDINGS[standing];
          const comment = platformComment(platform, standing, assessment, here);
          return techniqueEntry(assessment, input.workspace.config, { score, color, rules, comment });
        }),
        outOfScope: ofPlatform(input.outOfScope, platform, input.knowledge),
        scale: SCALE,
        rollUp:
          'A technique counts its own rules and those of its sub-techniques; only its own make it tested.',
      }),
  };
  return definition;
}

function ofPlatform(
  assessments: readonly Assessment[],
  platform: string,
  knowledge: KnowledgeBase,
): Assessment[] {
  return assessments.filter(({ technique }) => knowledge.technique(technique)?.platforms.includes(platform));
}
