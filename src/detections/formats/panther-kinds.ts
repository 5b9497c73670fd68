import { type Fields, textOf } from '../../documents/fields.ts';

/** What a Panther file is by its `AnalysisType`: something that detects, or something detections are made with. */
export type PantherKind = { detection: true } | { detection: false; ignored: string };

const DETECTIONS = new Set(['rule', 'scheduled_rule', 'policy', 'correlation_rule']);

const SUPPORT = new Map([
  ['pack', 'that are Panther packs'],
  ['global', 'that are Panther global helpers'],
  ['datamodel', 'that are Panther data models'],
  ['scheduled_query', 'that are Panther queries'],
  ['saved_query', 'that are Panther queries'],
  ['lookup_table', 'that are Panther lookup tables'],
]);

/** Names the templates of Panther's own repository give to what an author is to name. */
const PLACEHOLDERS = new Set([
  'LogFamily.LogType.DetectionName',
  'File.Name',
  'A.Scheduled.Rule',
  'Human Readable Detection Name',
  'A More Friendly Name',
]);

/** @returns undefined for a document that is not Panther's. */
export function pantherKind(fields: Fields | undefined): PantherKind | undefined {
  const type = typeof fields?.['AnalysisType'] === 'string' ? textOf(fields['AnalysisType']) : undefined;
  if (!fields || type === undefined) return undefined;
  if (!DETECTIONS.has(type.toLowerCase())) {
    const ignored = SUPPORT.get(type.toLowerCase()) ?? 'of a kind of Panther file that is not read';
    return { detection: false, ignored };
  }
  const isTemplate = ['RuleID', 'PolicyID', 'DisplayName'].some((key) =>
    PLACEHOLDERS.has(textOf(fields[key]) ?? ''),
  );
  return isTemplate ? { detection: false, ignored: 'that are Panther templates' } : { detection: true };
}
