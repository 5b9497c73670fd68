import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Detection } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Finding } from '../findings/finding.ts';
import type { Decision } from '../scope/decision.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Source } from '../sources/source.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { Config } from './config.ts';
import type { FileAccount } from './file-account.ts';

/** Everything a run knows, read and resolved. Immutable: coverage, pages, layers and lint only look at it. */
export interface Workspace {
  readonly config: Config;
  /** "Now" for every window: `--now`, the config's, or the newest commit date. ISO date. */
  readonly now: string;
  /** The configured domains, in MITRE's order. */
  readonly knowledge: ReadonlyMap<Domain, KnowledgeBase>;
  readonly sources: readonly Source[];
  /** Each sorted by key. */
  readonly detections: readonly Detection[];
  readonly playbooks: readonly Playbook[];
  readonly exercises: readonly Exercise[];
  /** The default profile first. */
  readonly threats: readonly ThreatProfile[];
  /** Of reading and of mapping, sorted by source, path, line. */
  readonly findings: readonly Finding[];
  /** The catalogue of tests that could be run, sorted by technique, then by place. */
  readonly atomics: readonly AtomicTest[];
  /** Decisions of the config, then of files, in their order. */
  readonly decisions: readonly Decision[];
  /** Logs the team collects; undefined when no file says anything of them. */
  readonly visibility?: readonly CollectedLog[];
  /** What became of every file of a source, by its name. */
  readonly accounts: ReadonlyMap<string, FileAccount>;
}
