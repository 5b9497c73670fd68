import { basename, extname } from 'node:path/posix';
import type { ParsedFile } from '../../documents/document.ts';
import { hasYamlNode, locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft, DetectionFormatId } from '../detection.ts';
import { fieldsOf, textOf } from '../../documents/fields.ts';
import { judgeSigma } from '../../robustness/sigma/judge-sigma.ts';
import { sigmaRuleDocuments, type SigmaRuleDocument } from './sigma-collection.ts';
import { sigmaKind, type SigmaKind } from './sigma-kind.ts';
import { sigmaMetadata } from './sigma-metadata.ts';
import { sourceOfKey } from './sigma-source.ts';

/**
 * Sigma rules, correlations and filters: one to a document, documents of a collection with what they inherit.
 *
 * @see https://github.com/SigmaHQ/sigma-specification (2.1.0; collections as in version 1)
 */
export const sigma: Reader = {
  id: 'sigma',
  extensions: ['.yml', '.yaml'],

  recognises: (file) => file.documents.some(({ data }) => sigmaKind(data) !== undefined),

  read(file) {
    const detections: DetectionDraft[] = [];
    const findings: FileFinding[] = [];
    for (const rule of sigmaRuleDocuments(file.documents)) {
      const read = readRule(file, rule);
      findings.push(...read.findings);
      if (read.draft) detections.push(read.draft);
    }
    return { detections, findings };
  },

  locate: locateSigma,

  valueSpan(text, ordinal, pointer) {
    for (let from = ordinal; from >= 0; from -= 1) {
      if (hasYamlNode(text, from, pointer)) return yamlValueSpan(text, from, pointer);
    }
    return undefined;
  },
};

const FORMATS = {
  rule: { format: 'sigma', key: 'detection' },
  correlation: { format: 'sigma-correlation', key: 'correlation' },
  filter: { format: 'sigma-filter', key: 'filter' },
} as const satisfies Partial<Record<SigmaKind, { format: DetectionFormatId; key: string }>>;

function readRule(
  file: ParsedFile,
  { rule, document, inherited }: SigmaRuleDocument,
): { draft?: DetectionDraft; findings: FileFinding[] } {
  const kind = sigmaKind(rule);
  if (kind === undefined || kind === 'collection' || kind === 'incomplete') {
    return { findings: [notARule(file, document.ordinal, kind)] };
  }
  const { format, key } = FORMATS[kind];
  const { metadata, problems } = sigmaMetadata(rule);
  const title = textOf(rule['title']);
  const findings = problems.map(({ pointer, ...problem }) => at(file, document.ordinal, pointer, problem));
  if (title === undefined) findings.push(at(file, document.ordinal, [], missingTitle(fileStem(file.path))));
  if (kind === 'rule' && !('condition' in (fieldsOf(rule['detection']) ?? {}))) {
    findings.push(at(file, document.ordinal, ['detection'], MISSING_CONDITION));
  }
  const query = [...inherited, document]
    .flatMap(({ lines }) => sourceOfKey(file.text, lines, key) ?? [])
    .join('\n---\n');
  return {
    draft: {
      ...metadata,
      format,
      title: title ?? fileStem(file.path),
      language: 'sigma',
      ...(query !== '' && { query }),
      robustness: judgeSigma(rule, metadata.tags),
      lines: document.lines,
      ordinal: document.ordinal,
    },
    findings,
  };
}

/** A child of a collection has inherited fields in the documents before it. */
function locateSigma(text: string, ordinal: number, pointer: Pointer): FileFinding['range'] {
  for (let from = ordinal; from >= 0; from -= 1) {
    if (hasYamlNode(text, from, pointer)) return locateYaml(text, from, pointer);
  }
  return locateYaml(text, ordinal, pointer);
}

function at(
  file: ParsedFile,
  ordinal: number,
  pointer: Pointer,
  finding: Omit<FileFinding, 'range'>,
): FileFinding {
  const range = locateSigma(file.text, ordinal, pointer);
  return { ...finding, ...(range && { range }) };
}

function fileStem(path: string): string {
  return basename(path, extname(path));
}

const MISSING_CONDITION = {
  rule: 'sigma/missing-condition',
  severity: 'warning',
  message: 'Unexpected `detection` without a `condition`, expected one that says which selections must match',
  hint: 'Add a `condition` under `detection`.',
} as const;

function missingTitle(stem: string): Omit<FileFinding, 'range'> {
  return {
    rule: 'sigma/missing-title',
    severity: 'warning',
    message: `Unexpected rule without a \`title\`, expected one; it is shown as \`${stem}\``,
    hint: 'Add a `title` of one line.',
  };
}

function notARule(file: ParsedFile, ordinal: number, kind: SigmaKind | undefined): FileFinding {
  if (kind === 'incomplete') {
    return at(file, ordinal, ['logsource'], {
      rule: 'sigma/missing-detection',
      severity: 'error',
      message: 'Unexpected rule without a `detection` map, expected one; the rule is not read',
      hint: 'Add `detection` with at least one selection and a `condition`; check the spelling of the key.',
    });
  }
  return at(file, ordinal, [], {
    rule: 'sigma/not-a-rule',
    severity: 'note',
    message:
      'Unexpected document among Sigma rules, expected a rule, a correlation or a filter; it is not read',
    hint: 'Give it `logsource` and `detection`, or move it out of the file.',
  });
}
