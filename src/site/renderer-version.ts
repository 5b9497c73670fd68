import { digestOfRooms } from '../workspace/reader-version.ts';

/** A digest of every module that turns text into HTML, so that a changed renderer never meets its old results. */
export function rendererVersion(): string {
  return digestOfRooms(['highlight', 'playbooks', 'attack', 'site']);
}
