import type { Domain } from '../attack/domain.ts';
import type { Pointer } from '../mapping/mapping.ts';

/** A log the team collects, as a file states it. Plain data: it is cached as JSON. */
export interface CollectedLogDraft {
  /** The data component it gives, as written: `DC0032`, `Process Creation`; the log's name where only that is said. */
  dataComponent: string;
  /** The log itself, in ATT&CK's words or the team's: `WinEventLog:Sysmon`. */
  logSource?: string;
  /** Platforms it is collected on, as written; empty where none are. */
  platforms: string[];
  /** Domains it speaks for; every one where none are said. ICS has no platforms to tell its logs apart by. */
  domains?: Domain[];
  /** 1 (poor) to 5 (excellent), where it was judged. */
  quality?: number;
  /** ISO date it is collected since. */
  since?: string;
  notes?: string;
  /** Which document of the file it stands in, from 0. */
  ordinal: number;
  /** Where the name is written. */
  pointer: Pointer;
}

/** A collected log in its place, held against ATT&CK. */
export interface CollectedLog extends Omit<CollectedLogDraft, 'ordinal' | 'pointer'> {
  /** `DC0032`: the data components (of the loaded domains) the name stands for; empty when no domain knows it. */
  components: string[];
  /**
   * Platforms it is collected on, as the loaded ATT&CK version spells them. Where the file says none, those ATT&CK
   * reads the log on, see `log-names.ts`; empty for all.
   */
  platforms: string[];
  source: string;
  path: string;
  permalink?: string;
}
