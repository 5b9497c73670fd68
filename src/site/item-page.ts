import { detectionPath, exercisePath, playbookPath } from '../output/paths.ts';
import { href } from './href.ts';
import { siteModel } from './model.ts';

let known: { of: object; pages: Map<string, string> } | undefined;

/** Where the page of an item stands, by its key. */
export function itemPage(key: string): string | undefined {
  const { workspace } = siteModel();
  if (known?.of !== workspace) {
    known = {
      of: workspace,
      pages: new Map([
        ...workspace.detections.map((item) => [item.key, href(detectionPath(item))] as const),
        ...workspace.playbooks.map((item) => [item.key, href(playbookPath(item))] as const),
        ...workspace.exercises.map((item) => [item.key, href(exercisePath(item))] as const),
      ]),
    };
  }
  return known.pages.get(key);
}
