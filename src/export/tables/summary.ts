import { domainName } from '../../attack/domain.ts';
import type { DomainCoverage, TacticCoverage } from '../../coverage/assessment.ts';
import { absoluteUrl, matrixPath, tacticPath } from '../../output/paths.ts';
import type { TableDefinition } from './export-input.ts';
import { percentOf } from './percent.ts';
import { number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row extends Pick<TacticCoverage, 'levels' | 'total' | 'outOfScope' | 'covered'> {
  domain: string;
  tactic: string | undefined;
  name: string;
  page: string | undefined;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('domain', 'Domain', 12, ({ domain }) => domain),
  text('tactic', 'Tactic', 10, ({ tactic }) => tactic),
  text('name', 'Name', 28, ({ name }) => name, 'page'),
  number('total', 'In scope', 10, ({ total }) => total),
  number('covered', 'Covered', 10, ({ covered }) => covered),
  number('coveredShare', 'Covered, %', 11, ({ covered, total }) => percentOf(covered, total)),
  number('proven', 'Proven', 9, ({ levels }) => levels.proven),
  number('tested', 'Tested', 9, ({ levels }) => levels.tested),
  number('claimed', 'Claimed', 9, ({ levels }) => levels.claimed),
  number('hunted', 'Hunted', 9, ({ levels }) => levels.hunted),
  number('none', 'None', 9, ({ levels }) => levels.none),
  number('failed', 'Failed', 9, ({ levels }) => levels.failed),
  number('outOfScope', 'Out of scope', 12, ({ outOfScope }) => outOfScope),
  url('page', 'Page', 40, ({ page }) => page),
];

/** Levels per tactic; a technique of several tactics stands in each. Before them the domain, each technique once. */
export const summaryTable: TableDefinition = {
  id: 'summary',
  title: 'Summary',
  build: ({ workspace, coverage }) =>
    tableOf(
      summaryTable,
      COLUMNS,
      [...coverage.domains].flatMap(([domain, ofDomain]) => {
        const named = { domain: domainName(domain) };
        const knowledge = workspace.knowledge.get(domain);
        return [
          { ...named, ...wholeDomain(ofDomain), page: absoluteUrl(workspace.config, matrixPath(domain)) },
          ...ofDomain.tactics.map((row) => {
            const tactic = knowledge?.tactic(row.tactic);
            return {
              ...row,
              ...named,
              tactic: tactic?.id,
              name: tactic?.name ?? row.tactic,
              page: tactic && absoluteUrl(workspace.config, tacticPath(tactic.id)),
            };
          }),
        ];
      }),
    ),
};

function wholeDomain({ levels, total, covered, outOfScope }: DomainCoverage): Omit<Row, 'domain' | 'page'> {
  return { tactic: undefined, name: 'All techniques', levels, total, covered, outOfScope };
}
