import { splitAuthors } from '../../documents/authors.ts';
import { type Fields, fieldsOf, textsOf } from '../../documents/fields.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import { readLeniently } from '../../findings/schema-findings.ts';
import { describeIssue, type SchemaIssue } from '../../findings/schema-issue.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { type PlainFields, plainSchema } from './plain-schema.ts';
import { plainTactics, plainTechniques } from './plain-techniques.ts';
import { sigmaLogSource } from './sigma-log-source.ts';

/** Everything of a plain detection but its place. */
export type PlainRule = Omit<DetectionDraft, 'lines' | 'ordinal'>;

/** Of a document wrong from end to end, the first problems say enough. */
const MAX_FINDINGS = 20;

/** Reads the fields of a plain detection; what cannot be used is left out under a finding. */
export function readPlainRule(
  fields: Fields,
  locate: (pointer: Pointer) => Range | undefined,
): { rule: PlainRule; findings: FileFinding[] } {
  const { value, issues } = readLeniently(plainSchema, withoutBlank(fields));
  const { foreign, ...techniques } = plainTechniques(fields['techniques']);
  const { status = 'unknown', query, language } = value;
  const description = value.description ?? value.summary;
  const severity = value.severity ?? value.level;
  const [created, modified] = [value.created ?? value.date, value.modified ?? value.updated];
  const rule: PlainRule = {
    ...nothingStated(),
    format: 'plain',
    ...(value.id !== undefined && { id: value.id }),
    title: value.title ?? 'Untitled detection',
    ...(description !== undefined && { description }),
    status: status === 'disabled' ? 'unknown' : status,
    // A switch nobody can read must not make a rule count.
    enabled: status !== 'disabled' && (value.enabled ?? !issues.some(({ path }) => path[0] === 'enabled')),
    ...(severity && { severity }),
    authors: stated(value.author, value.authors).flatMap(splitAuthors),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    references: stated(value.reference, value.references),
    falsePositives: stated(value.false_positives, value.falsepositives, value.falsePositives),
    ...where(value),
    ...(language !== undefined && { language: language.toLowerCase() }),
    ...(query !== undefined && { query }),
    tags: [...stated(value.tags), ...foreign],
    mappings: techniques.mappings,
    tactics: [...plainTactics(fields['tactics']), ...techniques.tactics],
  };
  return { rule, findings: issues.slice(0, MAX_FINDINGS).map((issue) => invalidField(issue, locate)) };
}

/** Keys without a text are as good as absent: templates are full of them. */
function withoutBlank(fields: Fields): Fields {
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => typeof value !== 'string' || value.trim() !== ''),
  );
}

function stated(...lists: (readonly string[] | undefined)[]): string[] {
  return lists.flatMap((list) => list ?? []).filter((text) => text !== '');
}

/** Log sources as texts, or as the map Sigma writes. */
function where(value: Partial<PlainFields>): Pick<DetectionDraft, 'logSources' | 'platforms'> {
  const written = [value.logsource, value.logsources, value.log_source, value.log_sources];
  const read = written.map((source) =>
    fieldsOf(source) ? sigmaLogSource(source) : { logSources: textsOf(source), platforms: [] },
  );
  const logSources = [
    ...read.flatMap((source) => source.logSources),
    ...stated(value.data_sources, value.dataSources),
  ];
  const platforms = [
    ...stated(value.platform, value.platforms),
    ...read.flatMap((source) => source.platforms),
  ];
  return { logSources: [...new Set(logSources)], platforms: [...new Set(platforms)] };
}

function invalidField(issue: SchemaIssue, locate: (pointer: Pointer) => Range | undefined): FileFinding {
  const range = locate(issue.path);
  return {
    rule: 'plain/invalid-field',
    severity: 'warning',
    hint: 'Correct it, or take it out; until then it reads as not stated.',
    ...describeIssue(issue),
    ...(range && { range }),
  };
}
