import { tacticPath } from '../../output/paths.ts';
import { count } from '../../site/wording.ts';
import type { RecordBuilder } from '../context.ts';

export const tacticRecords: RecordBuilder = ({ workspace, coverage }) =>
  [...coverage.domains].flatMap(([domain, { tactics }]) =>
    (workspace.knowledge.get(domain)?.tactics ?? []).map(({ id, name, shortname }) => {
      const own = tactics.find(({ tactic }) => tactic === id || tactic === shortname);
      return {
        type: 'tactic',
        path: tacticPath(id),
        title: name,
        id,
        keys: [id, shortname],
        aliases: [],
        line: own ? `${own.covered} of ${count(own.total, 'technique')} covered` : '',
        text: '',
        filters: { tactic: [name] },
      };
    }),
  );
