import { platformSlug, platformsOf } from '../attack/platform-names.ts';
import { isCovered, emptyLevelCounts } from '../coverage/levels.ts';
import type { Level } from '../coverage/assessment.ts';
import type { Detection } from '../detections/detection.ts';
import { looksOn } from '../navigator/platform-standing.ts';
import { techniqueEntries, type TechniqueEntry } from './lookups.ts';
import { siteModel, type SiteModel } from './model.ts';

/** A technique on one platform. */
export interface PlatformTechnique {
  entry: TechniqueEntry;
  /** Counting rules for exactly this technique that look here: that name the platform, or none of ATT&CK's. */
  rules: number;
}

/** A platform of ATT&CK, and what speaks for its techniques. */
export interface Platform {
  name: string;
  slug: string;
  /** Among those the config says we run, or nothing says which those are. */
  isOurs: boolean;
  /** In scope, by id. */
  techniques: PlatformTechnique[];
  outOfScope: number;
  levels: Record<Level, number>;
  covered: number;
  /** Rules that name it, counting or not. */
  detections: Detection[];
}

const kept = new WeakMap<SiteModel, Platform[]>();

/** The platforms of the loaded domains by name; ICS has none. */
export function platforms(): readonly Platform[] {
  const model = siteModel();
  let known = kept.get(model);
  if (!known) kept.set(model, (known = build(model)));
  return known;
}

function build({ workspace }: SiteModel): Platform[] {
  const names = platformsOf(workspace.knowledge).sort();
  const ours = new Set(workspace.config.scope.platforms.map((name) => name.toLowerCase()));
  const looks = looksOn(names);
  return names.map((name) => {
    const own = [...techniqueEntries().values()].filter(({ technique }) =>
      technique.platforms.includes(name),
    );
    const techniques = own
      .filter(({ assessment }) => assessment.scope.state === 'in')
      .map((entry) => ({
        entry,
        rules: entry.assessment.detections.filter((rule) => looks(rule, name)).length,
      }));
    const levels = emptyLevelCounts();
    for (const { entry } of techniques) levels[entry.assessment.level] += 1;
    return {
      name,
      slug: platformSlug(name),
      isOurs: ours.size === 0 || ours.has(name.toLowerCase()),
      techniques,
      outOfScope: own.length - techniques.length,
      levels,
      covered: techniques.filter(({ entry }) => isCovered(entry.assessment.level)).length,
      detections: workspace.detections.filter((rule) =>
        rule.platforms.some((platform) => platform.toLowerCase() === name.toLowerCase()),
      ),
    };
  });
}
