import type { Domain } from '../attack/domain.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { PlaybookStart, TechniqueUser } from './gap.ts';

/** A hunt that is due, or one that nobody ever wrote. */
export type BacklogItem =
  | {
      /** `overdue`: its next run by cadence has passed; `due`: within 30 days; `stale`: not current any more. */
      kind: 'overdue' | 'due' | 'stale';
      playbook: Playbook;
      /** ISO date, where a cadence is set. */
      due?: string;
      /** Days past that date, negative before it; for a stale one, days since anybody looked at it. */
      days: number;
      /** One sentence. */
      because: string;
    }
  | {
      kind: 'never-hunted';
      technique: string;
      name: string;
      domain: Domain;
      relevance: number;
      priority: number;
      users: TechniqueUser[];
      because: string;
      start: PlaybookStart;
    };
