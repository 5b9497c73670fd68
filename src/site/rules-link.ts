import { href } from './href.ts';

/** The table of all rules, narrowed to those mapped to a technique or one of its sub-techniques. */
export function rulesOf(technique: string): string {
  return `${href('detections/')}?q=${technique}`;
}
