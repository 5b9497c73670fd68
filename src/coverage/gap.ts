import type { Domain } from '../attack/domain.ts';
import type { Analytic, DataComponent } from '../attack/facts.ts';
import type { Detection } from '../detections/detection.ts';
import type { AtomicTest } from '../exercises/atomic-test.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Level } from './assessment.ts';

/** What a technique can lack, in the order it is usually mended. */
export const MISSING_KINDS = [
  'miss',
  'visibility',
  'rule',
  'hunt',
  'test',
  'proof',
  'robustness',
  'freshness',
] as const;
/** `miss`: an exercise missed it and nobody mended that; the others name what is not there or not good enough. */
export type MissingKind = (typeof MISSING_KINDS)[number];

/** Somebody who makes a technique relevant. */
export interface TechniqueUser {
  /** ATT&CK id, or the name of a profile's own actor. */
  id: string;
  name: string;
  /** Of the profile; absent without one. */
  weight?: number;
}

/** Front matter and body a team can start a playbook from. */
export interface PlaybookStart {
  title: string;
  /** Drawn from who uses the technique and how. */
  hypothesis: string;
  /** A whole file: YAML front matter that passes our own schema, and the headings of a hunt. */
  text: string;
}

/** What a playbook can be started with. */
export type StartParts = Pick<Gap['closes'], 'library' | 'atomics' | 'logSources'> & {
  /** ATT&CK's own, to be read before the hunt. */
  analytics?: readonly Analytic[];
};

/** A log source ATT&CK's analytics for a technique read. */
export interface NeededLog {
  component: DataComponent;
  /** Names of logs: `WinEventLog:Sysmon`; empty where ATT&CK names none. */
  logSources: string[];
  /** Whether we collect it; absent when nobody says what is collected. */
  collected?: boolean;
}

/** One technique worth building for, with everything that would close the gap. */
export interface Gap {
  technique: string;
  name: string;
  domain: Domain;
  level: Level;
  /** 0-100 each: relevance × what the score lacks; see the methodology. */
  priority: number;
  relevance: number;
  score: number;
  missing: MissingKind[];
  /** One sentence. */
  why: string;
  /** Strongest first. */
  users: TechniqueUser[];
  tactics: string[];
  platforms: string[];
  closes: {
    /** Library rules for exactly this technique, the most trustworthy first. */
    library: Detection[];
    /** Library hunts for exactly this technique. */
    hunts: Playbook[];
    /** Deployed rules that do not count and could again. */
    notCounting: Detection[];
    /** Catalogue tests nobody ran here. */
    atomics: AtomicTest[];
    /** Sub-techniques in scope that are not covered. */
    subtechniques: string[];
    logSources: NeededLog[];
    /** Where no current playbook looks for it. */
    playbook?: PlaybookStart;
  };
}
