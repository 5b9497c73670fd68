import { visible } from '../escape/visible.ts';

/** A name out of somebody’s file as part of one line of ours: a comment of YAML ends where the line does. */
export function plainLine(text: string): string {
  return visible(text.toWellFormed().replaceAll(/\s+/g, ' ').trim());
}
