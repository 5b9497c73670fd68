import { styleText } from 'node:util';
import { logLine } from '../../escape/log-line.ts';
import type { Finding, Severity } from '../../findings/finding.ts';
import type { Reporter, ReportOptions } from '../reporter.ts';
import { summary } from '../summary.ts';
import { fixBlocks } from './fix-text.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const SEVERITY_STYLES: Record<Severity, Style> = { error: 'red', warning: 'yellow', note: 'blue' };

/** `warning` is the longest severity. */
const SEVERITY_WIDTH = 7;

/** For people: findings under their file, what to do below each, a summary at the end. */
export const textReporter: Reporter = {
  id: 'text',
  report(findings, options) {
    const paint: Paint = (style, text) =>
      options.color ? styleText(style, text, { validateStream: false }) : text;
    const files = [...byFile(findings, options)].map(([path, inFile]) => fileBlock(path, inFile, paint));
    const fixes = options.fixes ? fixBlocks(options.fixes, options, paint) : [];
    const sum = summary(findings, (severity, text) => paint(SEVERITY_STYLES[severity], text));
    return `${[...fixes, ...files, sum].join('\n\n')}\n`;
  },
};

function byFile(findings: readonly Finding[], { pathOf }: ReportOptions): Map<string, Finding[]> {
  const files = new Map<string, Finding[]>();
  for (const finding of findings) {
    const path = logLine(pathOf(finding));
    const inFile = files.get(path);
    if (inFile) inFile.push(finding);
    else files.set(path, [finding]);
  }
  return files;
}

function fileBlock(path: string, findings: readonly Finding[], paint: Paint): string {
  const placeWidth = Math.max(...findings.map((finding) => place(finding).length));
  const lines = findings.flatMap((finding) => {
    const { severity, message, rule, hint } = finding;
    const start = `  ${place(finding).padStart(placeWidth)}  `;
    const label = paint(SEVERITY_STYLES[severity], severity.padEnd(SEVERITY_WIDTH));
    const line = `${start}${label}  ${logLine(message)}  ${paint('dim', rule)}`;
    return hint === undefined
      ? [line]
      : [line, `${' '.repeat(start.length + SEVERITY_WIDTH)}  ${paint('dim', logLine(hint))}`];
  });
  return [paint('underline', path), ...lines].join('\n');
}

/** `12:3`; a finding about the file as a whole has none. */
function place({ range }: Finding): string {
  return range ? `${range.line}:${range.column}` : '';
}
