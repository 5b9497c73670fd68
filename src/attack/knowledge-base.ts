import type { Domain } from './domain.ts';
import type {
  Analytic,
  AttackFacts,
  AttackProse,
  Campaign,
  DataComponent,
  DetectionStrategy,
  Group,
  Mitigation,
  Software,
  Tactic,
  Technique,
} from './facts.ts';

/** Whoever has procedures: a group, a campaign or a piece of software. */
export type Actor =
  ({ type: 'group' } & Group) | ({ type: 'campaign' } & Campaign) | ({ type: 'software' } & Software);

/** What became of a technique id in the chosen version. `id` is the active one, where there is one. */
export type Resolution =
  | { state: 'active'; id: string }
  | {
      state: 'revoked';
      id: string;
      chain: string[];
      /** All the active ids it may stand for, `id` first, where ATT&CK names several. */
      choices?: string[];
    }
  | { state: 'deprecated' }
  | { state: 'unknown' };

/** ATT&CK of one domain at one version, in memory, with the look-ups everything else asks. */
export interface KnowledgeBase {
  readonly domain: Domain;
  /** `19.1` */
  readonly version: string;
  /** Of its facts and prose: another for others. */
  digest(): string;
  readonly facts: AttackFacts;
  readonly prose?: AttackProse;
  /** In matrix order. */
  readonly tactics: readonly Tactic[];
  /** Active techniques and sub-techniques, sorted by id. */
  readonly techniques: readonly Technique[];
  /** Any technique by exact id, whatever its state. */
  technique(id: string): Technique | undefined;
  /**
   * The id of a technique by its name (`Valid Accounts`) or its full name (`Valid Accounts: Cloud Accounts`), ignoring
   * case: an active one first, then one that was revoked. Undefined where several sub-techniques share a name.
   */
  techniqueNamed(name: string): string | undefined;
  /** Follows revoked-by chains; a cycle or a broken chain resolves to `deprecated`. */
  resolve(id: string): Resolution;
  /** Active sub-techniques of a technique, sorted by id. */
  subtechniques(id: string): readonly Technique[];
  /** Active parent techniques (no sub-techniques) of a tactic, sorted by name as in the matrix. */
  techniquesOf(shortname: string): readonly Technique[];
  /** By id (`TA0005`), shortname, name or alias in any spelling of the wild (`Defense_Evasion`, `c2`). */
  tactic(idOrName: string): Tactic | undefined;
  /** By id, name or alias, ignoring case. */
  actor(idOrName: string): Actor | undefined;
  /** Groups, then campaigns, then software with a procedure for exactly this technique, each sorted by id. */
  usersOf(techniqueId: string): readonly Actor[];
  /** Active technique ids an actor uses, sorted. */
  techniquesUsedBy(actorId: string): readonly string[];
  mitigationsOf(techniqueId: string): readonly Mitigation[];
  detectionStrategiesOf(techniqueId: string): readonly DetectionStrategy[];
  /** The analytics of its detection strategies, in their order. */
  analyticsOf(techniqueId: string): readonly Analytic[];
  /** By id (`DC0032`) or name (`Process Creation`), ignoring case. */
  dataComponent(idOrName: string): DataComponent | undefined;
}
