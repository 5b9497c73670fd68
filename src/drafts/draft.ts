import type { Technique } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { NeededLog, TechniqueUser } from '../coverage/gap.ts';

/** A file somebody goes on writing. */
export interface Draft {
  /** `lsass-memory-apt29.md` */
  name: string;
  text: string;
  /** What a rule reads, as rules name it: `windows · process_access`. */
  logSource?: string;
}

/** What is known of a technique when something is written for it. Facts only. */
export interface DraftFacts {
  technique: Technique;
  knowledge: KnowledgeBase;
  /** Who it is written about; strongest first. */
  users: readonly TechniqueUser[];
  /** Platforms of ours it happens on. */
  platforms: readonly string[];
  /** The data it shows in. */
  logs: readonly NeededLog[];
  /** Tests of the catalogue that run on our platforms. */
  atomics: readonly AtomicTest[];
  /** ISO date. */
  now: string;
}

/** Where ATT&CK describes a technique. */
export function attackPage({ id }: Pick<Technique, 'id'>): string {
  return `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;
}
