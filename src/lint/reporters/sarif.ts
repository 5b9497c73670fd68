import type { Log, ReportingDescriptor, Result } from 'sarif';
import { byCodeUnit } from '../../attack/order.ts';
import { fingerprints } from '../../findings/fingerprint.ts';
import type { Finding } from '../../findings/finding.ts';
import { gravestFirst } from '../gravest-first.ts';
import type { Reporter, ReportOptions } from '../reporter.ts';
import type { LintRule } from '../rule.ts';
import { LINT_RULES } from '../rules.ts';
import { wholeMessage } from '../whole-message.ts';
import { artifactLocation, sarifFix, sarifRegion } from './sarif-places.ts';

/** GitHub takes this many results of a run. */
const MOST_RESULTS = 25_000;

export interface SarifOptions extends Pick<ReportOptions, 'fileOf' | 'urlOf' | 'version'> {
  /** What is said of the checks; default: all there are of one state. */
  rules?: readonly LintRule[];
}

/**
 * SARIF 2.1.0 as GitHub's code scanning and every other reader of it take it.
 *
 * @see https://docs.github.com/code-security/reference/code-scanning/sarif-files/sarif-support
 */
export const sarifReporter: Reporter = {
  id: 'sarif',
  report: (findings, options) => `${JSON.stringify(sarifLog(findings, options), null, 2)}\n`,
};

/** Findings as a log of one run. */
export function sarifLog(findings: readonly Finding[], options: SarifOptions): Log {
  const shown = gravestFirst(findings).slice(0, MOST_RESULTS);
  const rules = [...new Set(shown.map(({ rule }) => rule))].sort(byCodeUnit);
  const ids = fingerprints(shown);
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'Coverbook',
            semanticVersion: options.version,
            rules: rules.map((id) => ruleDescriptor(id, options)),
          },
        },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the repository.' } } },
        results: shown.map((finding, index) =>
          result(finding, rules.indexOf(finding.rule), ids[index] ?? '', options),
        ),
      },
    ],
  };
}

function ruleDescriptor(id: string, { urlOf, rules = LINT_RULES }: SarifOptions): ReportingDescriptor {
  const rule = rules.find((candidate) => candidate.id === id);
  const helpUri = urlOf?.(id);
  return {
    id,
    ...(rule && {
      shortDescription: { text: rule.summary },
      help: { text: rule.remedy },
      defaultConfiguration: { level: rule.severity },
    }),
    ...(helpUri !== undefined && { helpUri }),
    properties: { tags: [id.split('/', 1)[0] ?? id] },
  };
}

function result(finding: Finding, ruleIndex: number, fingerprint: string, { fileOf }: SarifOptions): Result {
  const location = artifactLocation(finding, fileOf);
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: finding.severity,
    message: { text: wholeMessage(finding) },
    locations: [{ physicalLocation: { artifactLocation: location, region: sarifRegion(finding.range) } }],
    partialFingerprints: { primaryLocationLineHash: `${fingerprint}:1` },
    ...(finding.fix && { fixes: [sarifFix(finding.fix, location)] }),
  };
}
