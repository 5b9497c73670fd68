import { counted } from '../../coverage/wording.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import type { Detection } from '../../detections/detection.ts';
import type { Source } from '../../sources/source.ts';
import { COVERAGE_RAMP, UNSCORED_COLOR } from '../colors.ts';
import { frame } from '../frame.ts';
import type { LayerDefinition, LayerFamily, LayerInput } from '../layer-definition.ts';
import { countScale } from '../scale.ts';
import { techniqueEntry } from '../technique-entry.ts';

/** One layer for each source with a rule for a technique of the domain, libraries among them. */
export const sourceLayers: LayerFamily = (input) => {
  const rules = rulesBySource(input);
  return input.workspace.sources
    .filter(({ spec }) => rules.has(spec.name))
    .map((source) => sourceLayer(source, rules.get(source.spec.name) ?? new Map<Assessment, Detection[]>()));
};

/** `team` → `source-team` */
export function sourceLayerId(name: string): string {
  return `source-${name}`;
}

function sourceLayer({ spec }: Source, rules: ReadonlyMap<Assessment, Detection[]>): LayerDefinition {
  const what = spec.role === 'library' ? 'rules that could be deployed' : 'counting rules';
  const definition: LayerDefinition = {
    id: sourceLayerId(spec.name),
    kind: 'source',
    name: `Rules of ${spec.name}`,
    summary: `How many distinct ${what} the source ${spec.name} (${spec.role}) has for exactly each technique.`,
    build: (input) => {
      const ruled = input.assessments.filter((assessment) => rules.has(assessment));
      const scale = countScale(
        COVERAGE_RAMP,
        ruled.map((assessment) => rules.get(assessment)?.length ?? 0),
        'rule',
      );
      return frame(definition, input, {
        techniques: ruled.map((assessment) => {
          const own = rules.get(assessment) ?? [];
          return techniqueEntry(assessment, input.workspace.config, {
            rules: own,
            score: own.length,
            comment: `${counted(own.length, 'rule')} of ${spec.name}.`,
          });
        }),
        scale: {
          ...scale,
          legendItems: [...scale.legendItems, { label: `No rule of ${spec.name}`, color: UNSCORED_COLOR }],
        },
        rollUp: 'A rule of a sub-technique is not counted for its parent, nor the other way round.',
      });
    },
  };
  return definition;
}

/** Source name → what each technique has of it: what counts of a deployed one, what could be deployed of a library. */
function rulesBySource({ coverage }: LayerInput): Map<string, Map<Assessment, Detection[]>> {
  const bySource = new Map<string, Map<Assessment, Detection[]>>();
  for (const assessment of coverage.assessments.values()) {
    for (const detection of [...assessment.detections, ...assessment.library]) {
      let ofSource = bySource.get(detection.source);
      if (!ofSource) bySource.set(detection.source, (ofSource = new Map<Assessment, Detection[]>()));
      const rules = ofSource.get(assessment);
      if (rules) rules.push(detection);
      else ofSource.set(assessment, [detection]);
    }
  }
  return bySource;
}
