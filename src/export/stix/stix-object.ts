/** STIX 2.1 objects, reduced to what this project writes. @see https://docs.oasis-open.org/cti/stix/v2.1/ */

/** `2026-06-01T00:00:00.000Z` */
export type Timestamp = string;

export interface ExternalReference {
  source_name: string;
  external_id?: string;
  url?: string;
}

interface Common {
  spec_version: '2.1';
  id: string;
  created: Timestamp;
  modified: Timestamp;
  created_by_ref?: string;
  labels?: string[];
  external_references?: ExternalReference[];
}

export interface Identity extends Common {
  type: 'identity';
  name: string;
  identity_class: 'organization';
}

export interface AttackPattern extends Common {
  type: 'attack-pattern';
  name: string;
  kill_chain_phases: { kill_chain_name: string; phase_name: string }[];
}

export interface Indicator extends Common {
  type: 'indicator';
  name: string;
  description?: string;
  pattern: string;
  pattern_type: string;
  valid_from: Timestamp;
}

export interface CourseOfAction extends Common {
  type: 'course-of-action';
  name: string;
  description?: string;
}

export interface Relationship extends Common {
  type: 'relationship';
  relationship_type: 'indicates' | 'related-to';
  source_ref: string;
  target_ref: string;
}

export type StixObject = Identity | AttackPattern | Indicator | CourseOfAction | Relationship;

export interface Bundle {
  type: 'bundle';
  id: string;
  objects: StixObject[];
}
