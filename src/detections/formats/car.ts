import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { carCoverage } from './car-coverage.ts';
import { carGuide } from './car-guide.ts';
import { bestImplementation, carImplementations } from './car-implementations.ts';
import { carAnalytic, carFiles } from './car-recognition.ts';
import { carSimulations, carUnitTests } from './car-unit-tests.ts';

/**
 * Analytics of MITRE's Cyber Analytics Repository, each with its implementations in several languages. They state
 * neither a severity nor a status.
 *
 * @see https://car.mitre.org/
 */
export const car: Reader = {
  ...carFiles,

  read: (file) => ({
    detections: file.documents.flatMap((document) => {
      const fields = carAnalytic(document);
      return fields ? [readAnalytic(document, fields)] : [];
    }),
  }),

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function readAnalytic({ lines, ordinal }: ParsedDocument, fields: Fields): DetectionDraft {
  const id = textOf(fields['id']);
  const description = textOf(fields['description']);
  const [created, modified] = [isoDate(fields['submission_date']), isoDate(fields['update_date'])];
  const implementations = carImplementations(fields['implementations']);
  const unitTests = carUnitTests(fields['unit_tests']);
  const guide = carGuide(implementations, unitTests);
  return {
    ...nothingStated(),
    format: 'car',
    ...(id !== undefined && { id }),
    title: textOf(fields['title']) ?? id ?? '',
    ...(description !== undefined && { description }),
    authors: [...new Set(textsOf(fields['contributors']).flatMap(splitAuthors))],
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    references: textsOf(fields['references']),
    logSources: dataModelObjects(fields['data_model_references']),
    platforms: textsOf(fields['platforms']).filter((platform) => platform !== 'N/A'),
    ...bestImplementation(implementations),
    ...(guide !== undefined && { guide }),
    tags: [...textsOf(fields['analytic_types']), ...textsOf(fields['subtypes'])],
    ...carCoverage(fields['coverage']),
    simulations: carSimulations(unitTests),
    lines,
    ordinal,
  };
}

/** `process/create/exe` names an object, an action and a field: where an analytic looks are the first two. */
function dataModelObjects(references: unknown): string[] {
  const objects = textsOf(references).map((reference) => reference.split('/').slice(0, 2).join('/'));
  return [...new Set(objects)];
}
