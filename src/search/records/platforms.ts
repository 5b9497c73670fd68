import { platformSlug, platformsOf } from '../../attack/platform-names.ts';
import { platformPath } from '../../output/paths.ts';
import { count } from '../../site/wording.ts';
import type { RecordBuilder } from '../context.ts';

export const platformRecords: RecordBuilder = ({ workspace }) =>
  platformsOf(workspace.knowledge).map((name) => {
    const rules = workspace.detections.filter(({ platforms }) =>
      platforms.some((platform) => platform.toLowerCase() === name.toLowerCase()),
    );
    return {
      type: 'platform',
      path: platformPath(platformSlug(name)),
      title: name,
      keys: [],
      aliases: [],
      line: `named by ${count(rules.length, 'rule')}`,
      text: '',
      filters: { platform: [name] },
    };
  });
