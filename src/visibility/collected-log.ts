import type { Pointer } from '../mapping/mapping.ts';

/** A log the team collects, as a file states it. Plain data: it is cached as JSON. */
export interface CollectedLogDraft {
  /** The data component it gives, as written: `DC0032`, `Process Creation`. */
  dataComponent: string;
  /** The log itself, in ATT&CK's words or the team's: `WinEventLog:Sysmon`. */
  logSource?: string;
  /** Platforms it is collected on, as written; empty for all. */
  platforms: string[];
  /** 1 (poor) to 5 (excellent), where it was judged. */
  quality?: number;
  /** ISO date it is collected since. */
  since?: string;
  notes?: string;
  pointer: Pointer;
}

/** A collected log in its place, held against ATT&CK. */
export interface CollectedLog extends Omit<CollectedLogDraft, 'pointer'> {
  /** `DC0032`: the data components (of the loaded domains) the name stands for; empty when no domain knows it. */
  components: string[];
  source: string;
  path: string;
  permalink?: string;
}
