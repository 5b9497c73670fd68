import { changedOn, reviewedOn } from '../../coverage/freshness.ts';
import type { Detection } from '../../detections/detection.ts';
import type { Placement } from '../../mapping/mapping.ts';
import type { Playbook } from '../../playbooks/playbook.ts';
import { patternOf } from './pattern.ts';
import { stixId } from './stix-id.ts';
import type { CourseOfAction, ExternalReference, Indicator } from './stix-object.ts';
import { timestampsOf } from './timestamps.ts';

/** What every object of a bundle shares. */
export interface Author {
  /** Id of the team's identity. */
  created_by_ref: string;
  /** The workspace's day, for content without a date. */
  now: string;
}

/** A rule as an indicator; as a course of action where it has no query, which an indicator must have. */
export function detectionObject(
  detection: Detection,
  { created_by_ref, now }: Author,
): Indicator | CourseOfAction {
  const common = {
    ...timestampsOf(detection, changedOn(detection), now),
    created_by_ref,
    labels: ['detection', detection.format],
    external_references: referencesOf(detection),
    name: detection.title,
    ...(detection.description && { description: detection.description }),
  };
  const pattern = patternOf(detection);
  const spec_version = '2.1';
  return pattern
    ? {
        type: 'indicator',
        spec_version,
        id: stixId('indicator', detection.key),
        ...common,
        ...pattern,
        valid_from: common.created,
      }
    : { type: 'course-of-action', spec_version, id: stixId('course-of-action', detection.key), ...common };
}

/** A hunt as a course of action. */
export function playbookObject(playbook: Playbook, { created_by_ref, now }: Author): CourseOfAction {
  return {
    type: 'course-of-action',
    spec_version: '2.1',
    id: stixId('course-of-action', playbook.key),
    ...timestampsOf(playbook, reviewedOn(playbook), now),
    created_by_ref,
    labels: ['hunt', playbook.format],
    external_references: referencesOf(playbook),
    name: playbook.title,
    ...(playbook.hypothesis && { description: playbook.hypothesis }),
  };
}

/** Which item of which source it is, and where its file can be seen. */
function referencesOf({
  key,
  id,
  source,
  permalink,
}: Pick<Placement, 'key' | 'source' | 'permalink'> & { id?: string }): ExternalReference[] {
  return [
    { source_name: source, external_id: id || key, ...(permalink !== undefined && { url: permalink }) },
  ];
}
