import { type Fields, fieldLists, textOf } from '../../documents/fields.ts';
import type { DetectionDraft } from '../detection.ts';

/** The rule a detection is derived from, and the rules a correlation rule puts in a group or a sequence. */
export function pantherRelated(fields: Fields): DetectionDraft['related'] {
  const base = textOf(fields['BaseDetection']);
  const parts = fieldLists(fields['Detection']).flatMap(({ fields: detection }) =>
    [detection['Group'], detection['Sequence']].flatMap(fieldLists),
  );
  const correlated = new Set(parts.flatMap(({ fields: part }) => textOf(part['RuleID']) ?? []));
  return [
    ...(base === undefined ? [] : [{ id: base, type: 'derived' }]),
    ...[...correlated].map((id) => ({ id, type: 'correlated' })),
  ];
}
