import { lazy } from '../attack/lazy.ts';
import type { Actor } from '../attack/knowledge-base.ts';
import type { AtomicTestDraft } from '../exercises/atomic-test.ts';
import type { DetectionDraft } from '../detections/detection.ts';
import type { ParsedFile } from '../documents/document.ts';
import type { ExerciseDraft } from '../exercises/exercise.ts';
import type { FileFinding, Range } from '../findings/finding.ts';
import type { MappingDraft, Pointer } from '../mapping/mapping.ts';
import type { PlaybookCompanion } from '../playbooks/companion.ts';
import type { PlaybookDraft } from '../playbooks/playbook.ts';
import type { DecisionDraft } from '../scope/decision.ts';
import type { ProfileActor, ProfileProcedure, ThreatFormatId } from '../threats/threat-profile.ts';
import type { CollectedLogDraft } from '../visibility/collected-log.ts';

/** Facts a reader finds that are neither rule, hunt nor exercise, but speak for one. */
export interface RegressionTest {
  /** Ids of the rules it is for. */
  rules: string[];
  tests: { name?: string; matches?: number; path?: string }[];
  date?: string;
}

/** An actor as a profile names it. */
export interface ProfileActorDraft extends ProfileActor {
  pointer: Pointer;
  /** What ATT&CK may know it by, the surest first; without it, `actor`. */
  names?: string[];
  /** What it is, where the format says; ATT&CK has a group and a piece of software of one name. */
  type?: Actor['type'];
}

/** The ATT&CK domain and version a profile is made for, as written. */
export interface ProfileScope {
  domain?: string;
  version?: string;
  /** Where the profile that says so begins. */
  pointer: Pointer;
}

export interface ThreatProfileDraft {
  format: ThreatFormatId;
  id?: string;
  title: string;
  description?: string;
  default?: true;
  actors: ProfileActorDraft[];
  procedures: (Omit<ProfileProcedure, 'mapping'> & { mapping: MappingDraft })[];
  techniques: { mapping: MappingDraft; weight: number }[];
  /** Which document of the file it is, from 0; the first without it. */
  ordinal?: number;
  /** Of a Navigator layer. */
  scope?: ProfileScope;
  /** What is wrong with it, told when the config names it: until then a bundle or a layer is only data. */
  findings?: FileFinding[];
}

/** All a file holds. Plain data: it is cached as JSON under the file's content hash. */
export interface FileContent {
  /** The format that recognised it; null when none did. */
  format: string | null;
  detections: DetectionDraft[];
  playbooks: PlaybookDraft[];
  exercises: ExerciseDraft[];
  threats: ThreatProfileDraft[];
  regressions: RegressionTest[];
  /** The catalogue of tests that could be run: Atomic Red Team. */
  atomics: AtomicTestDraft[];
  findings: FileFinding[];
  /** Techniques the team decided not to cover. */
  decisions?: DecisionDraft[];
  /** Logs the team collects. */
  visibility?: CollectedLogDraft[];
  /** Parts of hunts that another file describes. */
  companions?: PlaybookCompanion[];
  /** Why a file whose format is known holds nothing to read: “a Panther pack”, “a template”. */
  ignored?: string;
}

/** What tells the files of a format. */
export interface Recognition {
  id: string;
  /** File extensions it may be found in, lower case with the dot. */
  extensions: readonly string[];
  recognises(file: ParsedFile): boolean;
}

/** One format: recognised by content, read into drafts. Knows nothing of coverage, of Git or of where the file lies. */
export interface Reader extends Recognition {
  read(file: ParsedFile): Partial<Omit<FileContent, 'format'>>;
  /** Where in the text a pointer leads: precise and slow, asked only for findings. */
  locate(text: string, ordinal: number, pointer: Pointer): Range | undefined;
  /**
   * The source text of the value at exactly this pointer, as offsets (UTF-16 code units, `end` exclusive), so that a
   * fix can change its characters and no others. Formats without it are reported and never rewritten.
   */
  valueSpan?(text: string, ordinal: number, pointer: Pointer): { start: number; end: number } | undefined;
}

/** A reader that takes long to load, so that it is when a file is recognised. */
export interface DeferredReader extends Recognition {
  load(): Promise<Reader>;
}

/** @param load Asked once, by the first file that is recognised. */
export function deferred(files: Recognition, load: () => Promise<Reader>): DeferredReader {
  return { ...files, load: lazy(load) };
}

export async function loadReader(reader: Reader | DeferredReader): Promise<Reader> {
  return 'load' in reader ? await reader.load() : reader;
}
