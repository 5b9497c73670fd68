import type { Review } from '../review.ts';

/** By the ids of changed playbooks and rules, where their pages stand in the folder: `playbooks/hunt-0001.html`. */
export function changePages({ playbooks, rules }: Pick<Review, 'playbooks' | 'rules'>): Map<string, string> {
  return new Map(
    [...playbooks, ...rules].map(({ id, change, item: { page } }) => {
      const path = page.replace(/\/$/, '');
      // What went and what came in its place may have had the same page.
      return [id, change === 'removed' ? `${path}.removed.html` : `${path}.html`];
    }),
  );
}

/** Addresses of the other pages of the folder, as they are told on one of them. */
export function relativeLinks(pages: ReadonlyMap<string, string>, from: string): Map<string, string> {
  const up = upFrom(from);
  const others = [...pages].filter(([, path]) => path !== from);
  return new Map(others.map(([id, path]) => [id, `${up}${path}`]));
}

/** `playbooks/a.html` → `../` */
export function upFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}
