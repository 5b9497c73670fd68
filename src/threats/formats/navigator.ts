import { basename, extname } from 'node:path/posix';
import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { locateJson } from '../../documents/locate-json.ts';
import type { FileFinding } from '../../findings/finding.ts';
import { tellSome } from '../../findings/tell-some.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { shownText } from '../../mapping/shown.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader, ThreatProfileDraft } from '../../readers/reader.ts';

/**
 * Layers of ATT&CK Navigator, formats 2 to 4.5, one or a list of them: each is a profile whose scores above 0 are the
 * weights of techniques. Disabled techniques are out. Of several scores of a technique, one for each tactic, the
 * highest stands.
 * @see https://github.com/mitre-attack/attack-navigator/tree/master/layers/spec
 */
export const navigator: Reader = {
  id: 'navigator',
  extensions: ['.json'],

  recognises: ({ documents }) => documents.some(({ data }) => layersOf(data).length > 0),

  read: ({ documents, path, text }) => ({
    threats: documents.flatMap(({ data, ordinal }) => {
      const layers = layersOf(data);
      return layers.map((layer) => ({
        ...draftOf(layer, basename(path, extname(path)), (pointer) => locateJson(text, ordinal, pointer)),
        ...(ordinal > 0 && { ordinal }),
      }));
    }),
  }),

  locate: locateJson,
};

interface PlacedLayer {
  fields: Fields;
  /** Where it stands in its document: at the top, or in a list. */
  pointer: Pointer;
}

function layersOf(data: unknown): PlacedLayer[] {
  const listed = Array.isArray(data)
    ? fieldLists(data).map(({ fields, index }) => ({ fields, pointer: [index] }))
    : [{ fields: fieldsOf(data) ?? {}, pointer: [] }];
  return listed.filter(({ fields }) => isLayer(fields));
}

function isLayer({ techniques, domain, versions, version, name }: Fields): boolean {
  if (!Array.isArray(techniques) || typeof domain !== 'string') return false;
  const saysSo = fieldsOf(versions)?.['layer'] !== undefined || typeof version === 'string';
  const first = fieldsOf(techniques[0]);
  return first ? typeof first['techniqueID'] === 'string' : saysSo && typeof name === 'string';
}

function draftOf(
  { fields, pointer }: PlacedLayer,
  stem: string,
  locate: (pointer: Pointer) => FileFinding['range'],
): ThreatProfileDraft {
  const description = textOf(fields['description']);
  const domain = textOf(fields['domain']);
  const version = textOf(fieldsOf(fields['versions'])?.['attack']);
  const { scored, unreadable } = scoresOf(fields['techniques'], [...pointer, 'techniques']);
  const findings = unreadableFindings(unreadable, locate);
  return {
    format: 'navigator',
    title: textOf(fields['name']) ?? stem,
    ...(description !== undefined && { description }),
    actors: [],
    procedures: [],
    techniques: scored,
    scope: {
      ...(domain !== undefined && { domain }),
      ...(version !== undefined && { version }),
      pointer,
    },
    ...(findings.length > 0 && { findings }),
  };
}

interface Unreadable {
  score: unknown;
  pointer: Pointer;
}

function scoresOf(
  list: unknown,
  pointer: Pointer,
): { scored: ThreatProfileDraft['techniques']; unreadable: Unreadable[] } {
  const scored = new Map<string, ThreatProfileDraft['techniques'][number]>();
  const unreadable: Unreadable[] = [];
  for (const { fields, index } of fieldLists(list)) {
    const { score, enabled } = fields;
    const id = textOf(fields['techniqueID']);
    if (enabled === false || id === undefined || score === undefined || score === null || score === '')
      continue;
    if (typeof score !== 'number' || !Number.isFinite(score)) {
      unreadable.push({ score, pointer: [...pointer, index, 'score'] });
      continue;
    }
    if (score <= 0 || score <= (scored.get(id)?.weight ?? 0)) continue;
    scored.set(id, {
      mapping: declaredTechnique(id, [...pointer, index, 'techniqueID']),
      weight: score,
    });
  }
  return { scored: [...scored.values()], unreadable };
}

function unreadableFindings(
  unreadable: readonly Unreadable[],
  locate: (pointer: Pointer) => FileFinding['range'],
): FileFinding[] {
  const finding = (what: string, { pointer }: Unreadable): FileFinding => {
    const range = locate(pointer);
    return {
      rule: 'navigator/invalid-score',
      severity: 'warning',
      message: `Unexpected ${what}, expected a number`,
      hint: 'Write the number without quotes; until then the technique has no weight.',
      ...(range && { range }),
    };
  };
  return tellSome(
    unreadable,
    5,
    (one) => finding(`score \`${shownText(JSON.stringify(one.score))}\``, one),
    (count, first) => finding(`${count} further scores from here on`, first),
  );
}
