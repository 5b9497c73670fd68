import { textOf } from '../../documents/fields.ts';
import { locateCsv } from '../../documents/locate-csv.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { ExerciseDraft } from '../exercise.ts';
import { completeResults, type DatedResult } from '../logged-result.ts';
import { fewNames, newestDay, withoutRepetition } from '../repeated.ts';
import { vectrOutcome } from './vectr-outcome.ts';
import { vectrResult, type Cells, type VectrTestCase } from './vectr-result.ts';

/** VECTR's CSV export of test cases: each assessment's campaigns are one exercise each. */
export const vectr: Reader = {
  id: 'vectr',
  extensions: ['.csv'],

  recognises({ documents: [document] }) {
    if (document?.syntax !== 'csv') return false;
    const { header } = document.data;
    return ['AssessmentGroup', 'Campaign', 'MitreID', 'Outcome'].every((column) => header.includes(column));
  },

  read({ documents: [document], text }) {
    if (document?.syntax !== 'csv') return {};
    const cases = document.data.rows.map(({ cells }, index) => ({ cells, index, outcome: outcomeOf(cells) }));
    const campaigns = Map.groupBy(cases, ({ cells }) => titleOf(cells));
    const findings: FileFinding[] = unknownOutcomes(cases, text);
    const exercises: ExerciseDraft[] = [];
    const logged = cases.flatMap((testCase) => vectrResult(testCase) ?? []);
    const complete = completeResults(logged, (pointer) => locateCsv(text, 0, pointer));
    findings.push(...complete.findings);
    // A mapping's pointer begins with its row.
    const byCampaign = Map.groupBy(complete.results, ({ mapping }) =>
      titleOf(cases[Number(mapping.pointer[0])]?.cells ?? {}),
    );
    for (const [title, members] of campaigns) {
      const exercise = exerciseOf(title, members, byCampaign.get(title) ?? []);
      if (exercise) exercises.push(exercise);
    }
    return exercises.length > 0
      ? { exercises, findings }
      : { findings, ignored: 'that are VECTR exports without a completed, dated test case' };
  },

  locate: locateCsv,
};

function outcomeOf(cells: Cells): VectrTestCase['outcome'] {
  return vectrOutcome({
    status: cells['Status'] ?? '',
    outcome: cells['Outcome'] ?? '',
    path: cells['Outcome Path'] ?? '',
    alertTriggered: cells['Alert Triggered'] ?? '',
  });
}

function titleOf(cells: Cells): string {
  const names = [textOf(cells['AssessmentGroup']), textOf(cells['Campaign'])].filter(Boolean);
  return names.join(': ').replaceAll(/\s+/g, ' ') || 'VECTR export';
}

function exerciseOf(
  title: string,
  members: VectrTestCase[],
  results: DatedResult[],
): ExerciseDraft | undefined {
  const date = newestDay(results);
  if (date === undefined) return undefined;
  const environment = fewNames(members.map(({ cells }) => textOf(cells['Organizations'])));
  const open = members.filter(({ outcome }) => outcome === 'open').length;
  return {
    format: 'vectr',
    title,
    date,
    ...(environment !== '' && { environment }),
    ...(open > 0 && {
      summary: `${open} of ${members.length} test cases not completed or without an outcome.`,
    }),
    results: withoutRepetition(results),
  };
}

/** Words to report: a file with more is none that correcting them one by one would mend. */
const MOST_WORDS = 10;

/** One finding a word, at its first row. */
function unknownOutcomes(cases: readonly VectrTestCase[], text: string): FileFinding[] {
  const unknown = cases.filter(({ outcome }) => outcome === 'unknown');
  const byWord = Map.groupBy(
    unknown,
    ({ cells }) => textOf(cells['Outcome']) ?? textOf(cells['Outcome Path']) ?? '',
  );
  return [...byWord].slice(0, MOST_WORDS).flatMap(([word, [first]]) => {
    const range = first && locateCsv(text, 0, [first.index, 'Outcome']);
    return {
      rule: 'exercise/unknown-outcome',
      severity: 'warning' as const,
      message: `Unexpected outcome \`${word.replaceAll(/\s+/g, ' ').slice(0, 60)}\`, expected \`Blocked\`, \`Detected\`, \`Logged\` or \`NotDetected\`; it is left out`,
      hint: 'Correct the outcome; until then the test case says nothing.',
      ...(range && { range }),
    };
  });
}
