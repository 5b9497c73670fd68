import type { DetectionSeverity } from '../detections/detection.ts';
import type { Range } from '../findings/finding.ts';
import type {
  Mapping,
  MappingDraft,
  Placement,
  TacticMapping,
  TacticMappingDraft,
} from '../mapping/mapping.ts';

export type PlaybookStatus = 'draft' | 'active' | 'retired';

export type PlaybookFormatId =
  | 'coverbook'
  | 'elastic-hunt'
  | 'hearth'
  | 'hearth-table'
  | 'otrf'
  | 'peak'
  | 'lock'
  | 'ads'
  | 'sentinel-hunt'
  | 'splunk-hunt';

/** How a run of a hunt ended. */
export const RUN_OUTCOMES = ['nothing-found', 'findings', 'incident', 'inconclusive'] as const;
export type RunOutcome = (typeof RUN_OUTCOMES)[number];

export interface PlaybookRun {
  /** ISO date. */
  date: string;
  outcome: RunOutcome;
  findings: number;
  notes?: string;
}

export interface PlaybookQuery {
  language: string;
  /** The heading or tab it stands under: `Microsoft Defender`. */
  platform?: string;
  text: string;
  /** Line of the file, of one that stands in a fence without a language. */
  unnamedAt?: number;
}

/** A heading of the body with what stands under it, source text. */
export interface PlaybookSection {
  depth: number;
  title: string;
  /** PEAK/ABLE role where the heading has one: `hypothesis`, `execution`, `blind-spots`… */
  role?: string;
  line: number;
  /** Nothing stands under it but a placeholder or a comment. */
  empty?: true;
}

/** A link of a body that leads to the team's own content: `../detections/a.yml`, `#blind-spots`. */
export interface PlaybookLink {
  href: string;
  range: Range;
}

/** Something in the prose of a body that looks like an id: `HUNT-0007`, and `CVE-2024-3400` as well. */
export interface PlaybookMention {
  id: string;
  range: Range;
}

/** One hunt as its file states it. Plain data: it is cached as JSON. */
export interface PlaybookDraft {
  format: PlaybookFormatId;
  id?: string;
  title: string;
  hypothesis?: string;
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  /** Actor ids or names as written. */
  actors: string[];
  platforms: string[];
  dataSources: string[];
  severity?: DetectionSeverity;
  status: PlaybookStatus;
  /** A team, not a person. */
  owner?: string;
  authors: string[];
  created?: string;
  reviewed?: string;
  /** Days between two runs. */
  cadence?: number;
  runs: PlaybookRun[];
  /** Ids of related detections as written. */
  detections: string[];
  references: string[];
  queries: PlaybookQuery[];
  sections: PlaybookSection[];
  /** What its prose refers to; absent of formats that are not looked through for it, and where there is nothing. */
  links?: PlaybookLink[];
  mentions?: PlaybookMention[];
  /** The body, Markdown or MDX source, front matter removed. */
  body: string;
  /** True for `.mdx`; it runs as MDX only in the team's own content. */
  mdx: boolean;
}

export interface Playbook extends Omit<PlaybookDraft, 'mappings' | 'tactics'>, Placement {
  kind: 'playbook';
  mappings: Mapping[];
  tactics: TacticMapping[];
  /** Techniques its prose names while it declares none: offered to its author, never counted. */
  inferred: Mapping[];
  /** Reviewed, run or created within the window, and active. */
  current: boolean;
  /** Why it is not current. */
  currentNot?: string;
  /** ISO date of the next run by cadence, where one is set. */
  due?: string;
}
