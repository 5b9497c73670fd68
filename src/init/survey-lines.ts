import { counted, listed } from '../coverage/wording.ts';
import { visible } from '../escape/visible.ts';
import type { Survey, TopFolder } from './survey.ts';

const USES: Record<TopFolder['use'], string> = {
  source: 'taken as the team’s own',
  library: 'a library by its name, never counts',
  aside: 'left out as samples or tests by its name',
};

/** What was found, a line for each folder, and how the config takes it. */
export function surveyLines({ folders }: Pick<Survey, 'folders'>): string[] {
  if (folders.length === 0) return ['No rules, playbooks or exercises here yet.'];
  return folders.map(
    (folder) =>
      `${folder.name === '' ? 'here' : `${visible(folder.name)}/`}: ${held(folder)}; ${USES[folder.use]}`,
  );
}

function held({ detections, playbooks, exercises, formats }: TopFolder): string {
  const parts = [
    ...(detections > 0 ? [counted(detections, 'detection')] : []),
    ...(playbooks > 0 ? [counted(playbooks, 'playbook')] : []),
    ...(exercises > 0 ? [counted(exercises, 'exercise')] : []),
  ];
  return `${parts.length > 0 ? parts.join(', ') : 'other content'} (${listed(formats, 6)})`;
}
