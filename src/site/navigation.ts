import type { Workspace } from '../workspace/workspace.ts';
import { matrixPath } from '../output/paths.ts';

export interface NavigationEntry {
  label: string;
  path: string;
  /** What a page gives as its `section` to be marked here. */
  section: string;
}

/** The entries of the site's menu, in order. */
export function navigation({ knowledge }: Workspace): NavigationEntry[] {
  const [domain = 'enterprise'] = knowledge.keys();
  const entry = (label: string, section: string, path = section): NavigationEntry => ({
    label,
    path,
    section,
  });
  return [
    entry('Matrix', 'matrix/', matrixPath(domain)),
    entry('Techniques', 'techniques/'),
    entry('Actors', 'actors/'),
    entry('Gaps', 'gaps/'),
    entry('Detections', 'detections/'),
    entry('Playbooks', 'playbooks/'),
    entry('Exercises', 'exercises/'),
    entry('Layers', 'layers/'),
    entry('Quality', 'quality/'),
    entry('Methodology', 'methodology/'),
  ];
}
