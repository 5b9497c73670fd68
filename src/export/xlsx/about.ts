import type { Cell as SheetCell, WriteSheet } from 'hucre/xlsx';
import { domainName } from '../../attack/domain.ts';
import { LEVELS, type Level } from '../../coverage/assessment.ts';
import { levelMeaning } from '../../coverage/levels.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cellText } from './cell-text.ts';
import { headerStyle, levelStyle } from './styles.ts';

interface Line {
  name: string;
  value: string;
  level?: Level;
  heading?: true;
}

/** What the workbook was made from and how to read it. */
export function aboutSheet(
  workspace: Pick<Workspace, 'config' | 'now' | 'knowledge' | 'sources'>,
): WriteSheet {
  const lines = aboutLines(workspace);
  const cells = new Map<string, Partial<SheetCell>>();
  lines.forEach(({ level, heading }, row) => {
    if (heading) {
      cells.set(`${row},0`, { style: headerStyle({ key: '', kind: 'text' }) });
      cells.set(`${row},1`, { style: headerStyle({ key: '', kind: 'text' }) });
    }
    if (level) cells.set(`${row},0`, { style: levelStyle(level) });
  });
  return {
    name: 'About',
    columns: [
      { width: 26, style: { alignment: { vertical: 'top' } } },
      { width: 100, style: { alignment: { vertical: 'top', wrapText: true } } },
    ],
    rows: lines.map(({ name, value }) => [cellText(name), cellText(value)]),
    cells,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
  };
}

function aboutLines({ config, now, knowledge, sources }: Parameters<typeof aboutSheet>[0]): Line[] {
  const proof = config.coverage.proofWindow;
  return [
    { name: 'About', value: config.title, heading: true },
    { name: 'State of', value: now },
    ...[...knowledge].map(([domain, { version }]) => ({
      name: `ATT&CK ${domainName(domain)}`,
      value: version,
    })),
    { name: 'Made by', value: 'coverbook export --format xlsx' },
    { name: 'Sources', value: 'Role and state', heading: true },
    ...sources.map(({ spec, commit, commitDate }) => ({
      name: spec.name,
      value: [
        spec.role === 'library'
          ? 'library: offered where there is a gap, never counted'
          : 'deployed: counts as coverage',
        ...(spec.ref === undefined ? [] : [`at ${spec.ref}`]),
        ...(commit === undefined ? ['not in Git'] : [`commit ${commit}`]),
        ...(commitDate === undefined ? [] : [`of ${commitDate.slice(0, 10)}`]),
      ].join(', '),
    })),
    { name: 'Levels', value: 'What each says', heading: true },
    ...LEVELS.map((level) => ({ name: level, value: levelMeaning(level), level })),
    { name: 'How to read it', value: '', heading: true },
    {
      name: 'Covered',
      value: 'On claimed, tested or proven. A technique that was executed and missed is not covered.',
    },
    {
      name: 'In scope',
      value:
        'Techniques and sub-techniques of our platforms that nobody decided to leave out. All shares are of these.',
    },
    {
      name: 'Score',
      value: '0 to 100, the sum of what speaks for a technique; `coverbook explain` prints it term by term.',
    },
    { name: 'Priority', value: 'Relevance to the threat profile times what the score lacks, 0 to 100.' },
    {
      name: 'Proof window',
      value: `Exercises of the last ${proof} days speak; older ones are listed and decide nothing.`,
    },
    { name: 'Empty cells', value: 'Not known or not stated. Nothing is guessed.' },
  ];
}
