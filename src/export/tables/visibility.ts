import { domainName } from '../../attack/domain.ts';
import type { Assessment, TechniqueVisibility } from '../../coverage/assessment.ts';
import type { TableDefinition } from './export-input.ts';
import { flag, list, number, text } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  assessment: Assessment;
  name: string | undefined;
  state: TechniqueVisibility['state'];
  component: TechniqueVisibility['components'][number];
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('technique', 'Technique', 12, ({ assessment }) => assessment.technique),
  text('name', 'Name', 38, ({ name }) => name),
  text('domain', 'Domain', 11, ({ assessment }) => domainName(assessment.domain)),
  text('visibility', 'Visibility', 11, ({ state }) => state),
  text('component', 'Data component', 14, ({ component }) => component.id),
  text('componentName', 'Its name', 30, ({ component }) => component.name),
  flag('collected', 'Collected', 10, ({ component }) => component.collected.length > 0),
  number('quality', 'Best quality, 1 to 5', 10, ({ component }) =>
    best(component.collected.map(({ quality }) => quality)),
  ),
  list('collectedLogs', 'Logs collected', 34, ({ component }) => [
    ...new Set(component.collected.map(({ logSource, dataComponent }) => logSource ?? dataComponent)),
  ]),
  list('logSources', 'Logs ATT&CK names', 44, ({ component }) => component.logSources),
];

/** One row a technique and data component its analytics read; none where nobody says what is collected. */
export const visibilityTable: TableDefinition = {
  id: 'visibility',
  title: 'Visibility',
  build: ({ workspace, coverage }) =>
    tableOf(
      visibilityTable,
      COLUMNS,
      [...coverage.domains].flatMap(([domain, { assessments }]) =>
        [...assessments.values()].flatMap((assessment) =>
          (assessment.visibility?.components ?? []).map((component) => ({
            assessment,
            name: workspace.knowledge.get(domain)?.technique(assessment.technique)?.name,
            state: assessment.visibility?.state ?? 'unknown',
            component,
          })),
        ),
      ),
    ),
};

function best(qualities: readonly (number | undefined)[]): number | null {
  const known = qualities.filter((quality) => quality !== undefined);
  return known.length > 0 ? Math.max(...known) : null;
}
