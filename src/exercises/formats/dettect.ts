import { fieldLists, fieldsOf, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { FileContent, Reader } from '../../readers/reader.ts';
import { completeResults, type LoggedResult } from '../logged-result.ts';
import { newestDay } from '../repeated.ts';
import { asList, currentScore, outcomeOfScore, targetOf } from './dettect-score.ts';

const SCORES = 'technique-administration';

/**
 * DeTT&CT's technique administration: what a team says of its own detection of each technique. Nothing was executed,
 * so every result is self-assessed. Visibility is not read.
 */
export const dettect: Reader = {
  id: 'dettect',
  extensions: ['.yaml', '.yml'],

  recognises: ({ documents }) => documents.some(({ data }) => isScores(data)),

  read({ documents, text }) {
    const document = documents.find(({ data }) => isScores(data));
    if (!document) return {};
    return readScores(fieldsOf(document.data) ?? {}, (pointer) =>
      locateYaml(text, document.ordinal, pointer),
    );
  },

  locate: locateYaml,
};

function isScores(data: unknown): boolean {
  return textOf(fieldsOf(data)?.['file_type']) === SCORES;
}

function readScores(
  administration: Fields,
  locate: Parameters<typeof completeResults>[1],
): Partial<Pick<FileContent, 'exercises' | 'findings' | 'ignored'>> {
  const entries = fieldLists(administration['techniques']).flatMap(({ fields, index }) =>
    detectionEntries(fields, ['techniques', index]),
  );
  const { results, findings } = completeResults(
    entries.filter((entry) => entry !== 'not-scored'),
    locate,
  );
  const date = newestDay(results);
  if (date === undefined)
    return { findings, ignored: 'that are DeTT&CT administrations without a dated score' };
  const name = textOf(administration['name']);
  const notScored = entries.filter((entry) => entry === 'not-scored').length;
  return {
    exercises: [
      {
        format: 'dettect',
        title: name === undefined ? 'DeTT&CT scores' : `DeTT&CT scores of ${name}`,
        date,
        summary: [
          'Scores the team gave its own detection; nothing was executed.',
          ...(notScored > 0 ? [`Nobody has scored ${notScored} of ${entries.length} entries yet.`] : []),
        ].join(' '),
        results,
      },
    ],
    findings,
  };
}

/** Each entry speaks for its own systems and is a result of its own: an average would speak for none. */
function detectionEntries(technique: Fields, pointer: Pointer): (LoggedResult | 'not-scored')[] {
  const id = textOf(technique['technique_id']);
  const detection = technique['detection'];
  return asList(detection).flatMap((item, index): (LoggedResult | 'not-scored')[] => {
    const entry = fieldsOf(item);
    const at = [...pointer, 'detection', ...(Array.isArray(detection) ? [index] : [])];
    const current = entry && currentScore(entry, at);
    if (!current) return [];
    // The editor gives every new technique this score, so it says nothing until somebody dates it.
    if (current.score === -1 && current.date === undefined) return ['not-scored'];
    const target = targetOf(entry);
    return [
      {
        result: {
          ...(target !== undefined && { target }),
          selfAssessed: true,
          detections: [],
          outcome: outcomeOfScore(current.score),
          ...(current.date !== undefined && { date: current.date }),
          notes: notesOf(entry, current.score, current.comment),
        },
        mapping: id === undefined ? undefined : declaredTechnique(id, [...pointer, 'technique_id']),
        pointer: current.pointer,
      },
    ];
  });
}

/** Rules are named in free text, by title as often as not, so they stand in the notes. */
function notesOf(entry: Fields, score: number, scoreComment: string | undefined): string {
  const location = textsOf(entry['location']);
  const comments = [textOf(entry['comment']), scoreComment].filter((comment) => comment !== undefined);
  return [
    `Self-assessed score ${score} of 5`,
    ...(location.length > 0 ? [`detected by ${location.join(', ')}`] : []),
    ...new Set(comments),
  ].join('; ');
}
