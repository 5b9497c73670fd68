/**
 * The facts of one ATT&CK domain at one version, as a snapshot holds them.
 * Names follow the ATT&CK data model; ids are ATT&CK ids (`T1059.001`), never STIX ids.
 */
import type { Domain } from './domain.ts';

export type ObjectState = 'active' | 'revoked' | 'deprecated';

export interface Tactic {
  /** `TA0002` */
  id: string;
  /** `execution`: the kill-chain phase name. */
  shortname: string;
  name: string;
}

/** A technique or a sub-technique. */
export interface Technique {
  /** `T1059` or `T1059.001` */
  id: string;
  name: string;
  /** Shortnames, in matrix order. */
  tactics: string[];
  platforms: string[];
  /** The technique a sub-technique belongs to: `T1059`. */
  parent?: string;
  /** The version of the object itself: `2.4`. */
  version?: string;
  state: ObjectState;
  /** The id that replaces a revoked one; it may be revoked itself. */
  revokedBy?: string;
  /** All the ids that replace it, `revokedBy` first, where ATT&CK names several. */
  successors?: string[];
}

export interface Group {
  /** `G0016` */
  id: string;
  name: string;
  aliases: string[];
}

export interface Campaign {
  /** `C0024` */
  id: string;
  name: string;
  aliases: string[];
}

export interface Software {
  /** `S0002` */
  id: string;
  name: string;
  kind: 'malware' | 'tool';
  aliases: string[];
  platforms: string[];
}

export interface Mitigation {
  /** `M1042` */
  id: string;
  name: string;
}

export interface DataComponent {
  /** `DC0032` */
  id: string;
  name: string;
}

export interface DetectionStrategy {
  /** `DET0123` */
  id: string;
  name: string;
  /** Ids of the analytics (`AN0456`) it is made of. */
  analytics: string[];
}

export interface Analytic {
  /** `AN0456` */
  id: string;
  name: string;
  platforms: string[];
  /** Ids of the data components its log sources belong to. */
  dataComponents: string[];
  /** The logs it reads; empty where ATT&CK names none. */
  logSources: LogSource[];
}

/** A log an analytic reads, by ATT&CK's name for it. */
export interface LogSource {
  /** `WinEventLog:Sysmon` */
  name: string;
  /** `DC0032`: the data component it gives there. */
  dataComponent: string;
}

/** Two ids in a relation: `[who, what]`. */
export type IdPair = [string, string];

export interface AttackFacts {
  domain: Domain;
  /** The ATT&CK release: `19.1`. */
  version: string;
  /** In matrix order. */
  tactics: Tactic[];
  /** Sorted by id; revoked and deprecated ones included. */
  techniques: Technique[];
  groups: Group[];
  campaigns: Campaign[];
  software: Software[];
  mitigations: Mitigation[];
  dataComponents: DataComponent[];
  detectionStrategies: DetectionStrategy[];
  analytics: Analytic[];
  /** Group, campaign or software → technique or software it uses. */
  uses: IdPair[];
  /** Campaign → group it is attributed to. */
  attributions: IdPair[];
  /** Mitigation → technique. */
  mitigates: IdPair[];
  /** Detection strategy → technique. */
  detects: IdPair[];
}

/** A reference of ATT&CK prose: `(Citation: Mandiant APT29 2022)` and where it leads. */
export interface Citation {
  name: string;
  description?: string;
  url?: string;
}

/** ATT&CK's own words; only there when the config names a full bundle. Markdown with `(Citation: …)` marks. */
export interface AttackProse {
  /** Object id → description. */
  descriptions: Map<string, string>;
  /** `G0016>T1059.001` → how that actor uses that technique. */
  procedures: Map<string, string>;
  /** `M1042>T1059.001` → how that mitigation helps against that technique. */
  mitigations: Map<string, string>;
  /** Technique id → detection text (bundles before v18). */
  detections: Map<string, string>;
  /** Citation name → source. */
  citations: Map<string, Citation>;
}
