import { digestOfRooms } from '../workspace/reader-version.ts';

/** A digest of every module that has a say in how a point is read and assessed. */
export function historyVersion(): string {
  return digestOfRooms([
    'attack',
    'documents',
    'detections',
    'playbooks',
    'exercises',
    'mapping',
    'readers',
    'scope',
    'workspace',
    'coverage',
    'history',
  ]);
}
