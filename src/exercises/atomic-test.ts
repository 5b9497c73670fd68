import type { Mapping, MappingDraft, Placement } from '../mapping/mapping.ts';

/** One test of the catalogue: it could be run. That it exists says nothing of coverage. */
export interface AtomicTestDraft {
  /** Lower case; positions in the file change whenever a test is added, the GUID does not. Absent in drafts of tests. */
  guid?: string;
  name: string;
  description?: string;
  /** Declared by the file for all of its tests. */
  mapping: MappingDraft;
  /** As written: `windows`, `iaas:aws`. */
  platforms: string[];
  /** `powershell`, `command_prompt`, `sh`, `bash`, `manual`. */
  executor?: string;
  /** Whether it needs administrator rights. */
  elevated: boolean;
  lines: { from: number; to: number };
  /** Which test of the file it is, from 0. */
  ordinal: number;
}

/** One test in its place, with its technique resolved. */
export interface AtomicTest
  extends Omit<AtomicTestDraft, 'mapping'>, Pick<Placement, 'source' | 'path' | 'permalink'> {
  mapping: Mapping;
}
