import type { Range } from '../findings/finding.ts';
import type { Judgement } from '../robustness/judgement.ts';
import type {
  Mapping,
  MappingDraft,
  Placement,
  Pointer,
  TacticMapping,
  TacticMappingDraft,
} from '../mapping/mapping.ts';

export type DetectionStatus =
  'production' | 'test' | 'experimental' | 'deprecated' | 'unsupported' | 'unknown';

export const DETECTION_SEVERITIES = ['informational', 'low', 'medium', 'high', 'critical'] as const;
export type DetectionSeverity = (typeof DETECTION_SEVERITIES)[number];

export type DetectionFormatId =
  | 'sigma'
  | 'sigma-correlation'
  | 'sigma-filter'
  | 'elastic'
  | 'elastic-export'
  | 'elastic-endpoint'
  | 'splunk'
  | 'sentinel'
  | 'sentinel-arm'
  | 'panther'
  | 'yara-l'
  | 'falco'
  | 'kql-markdown'
  | 'kql'
  | 'car'
  | 'wazuh'
  | 'suricata'
  | 'datadog'
  | 'osquery'
  | 'plain';

/** A rule's own statement that a test on sample data exists for it. */
export type TestReference =
  /** `path` is relative to the root of its source; the file must be there and say the same. */
  | { kind: 'sigma-regression'; path: string }
  /** A recorded attack the rule is replayed on; `data` are its addresses. */
  | { kind: 'splunk-attack-data'; name?: string; data: string[] }
  /** A unit test written into the rule: whether the sample must make it fire. */
  | { kind: 'panther-test'; name: string; fires: boolean };

/** A link from a rule to a test that would trigger it, for example an Atomic Red Team GUID. */
export interface Simulation {
  type: string;
  name?: string;
  technique?: string;
  id?: string;
  /** What to do by hand, where the format gives instructions rather than a test: CAR's unit tests. */
  steps?: string[];
  /** Where the rule names it. */
  pointer?: Pointer;
}

/** One rule as its file states it, before anyone knows where the file lies. Plain data: it is cached as JSON. */
export interface DetectionDraft {
  format: DetectionFormatId;
  /** The rule's own id, where it has one. */
  id?: string;
  /** The name other rules refer to it by (Sigma `name`). */
  name?: string;
  title: string;
  description?: string;
  status: DetectionStatus;
  /** False when the rule says itself that it is switched off. */
  enabled: boolean;
  /** It matches and raises no alert by its own account: Wazuh's level 0, Suricata's `pass` and `noalert`. */
  silent?: true;
  /** Absent when the format or the rule does not state one; never guessed. */
  severity?: DetectionSeverity;
  /** 0-100, where the format has one. */
  riskScore?: number;
  authors: string[];
  /** ISO dates (YYYY-MM-DD). */
  created?: string;
  modified?: string;
  references: string[];
  falsePositives: string[];
  /** Where it looks: `windows · process_creation`, index patterns, integrations. */
  logSources: string[];
  platforms: string[];
  /** The query's language as a highlighter and a reader name it: `sigma`, `eql`, `kuery`, `esql`, `lucene`. */
  language?: string;
  query?: string;
  /** Triage guide and the like, Markdown. */
  guide?: string;
  /** Tags that are not ATT&CK. */
  tags: string[];
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
  /** Tags that say they are ATT&CK and have no form ATT&CK uses: `attack.defense_evesion`. */
  unrecognised?: TacticMappingDraft[];
  /** Group, campaign and software ids the rule names. */
  actors: string[];
  related: { id: string; type: string }[];
  tests: TestReference[];
  simulations: Simulation[];
  /** Ids or names of the rules a correlation or a filter works on. */
  refersTo: string[];
  /** How hard it is to evade, as far as its query says. */
  robustness?: Judgement;
  /** The lines of the file the rule stands in. */
  lines: { from: number; to: number };
  /** Which rule of the file it is, from 0. */
  ordinal: number;
}

/** One rule in its place, with its mapping resolved. */
export interface Detection extends Omit<DetectionDraft, 'mappings' | 'tactics'>, Placement {
  kind: 'detection';
  mappings: Mapping[];
  tactics: TacticMapping[];
  /** Techniques its prose names while it declares none: offered to its author, never counted. */
  inferred: Mapping[];
  /** Whether it counts as coverage, and when not, why not: "library source", "deprecated". */
  counts: boolean;
  countsNot?: string;
  /** Filters (by key) that narrow this rule. */
  filters: string[];
  /** Tests that exist in the source and pass by their own account. */
  passingTests: PassingTest[];
  /**
   * Where rules have no page of their own, by the config: the technique in whose table it stands, `none` for a rule that
   * maps to none.
   */
  tableOf?: string;
}

/** A test known to exist and to pass: claim A, the rule fires on sample data. */
export interface PassingTest {
  kind: TestReference['kind'];
  /** Of a test in a file of its own, relative to the root of the source. */
  path?: string;
  /** Where the sample data lies, when that is an address. */
  url?: string;
  /** What is asserted: `1 matching event in …`. */
  summary: string;
  date?: string;
}

/** Where in the file a pointer (`['tags', 3]`) leads; only asked when a finding needs it. */
export type Locate = (text: string, ordinal: number, pointer: (string | number)[]) => Range | undefined;
