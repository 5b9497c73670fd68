import { basename, extname } from 'node:path/posix';
import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { pantherAttack } from './panther-attack.ts';
import { pantherKind } from './panther-kinds.ts';
import { pantherFiles } from './panther-recognition.ts';
import { pantherLogSource } from './panther-log-source.ts';
import { pantherRelated } from './panther-related.ts';
import { pantherTests } from './panther-tests.ts';
import { pantherSeverity, pantherStatus } from './panther-values.ts';
import { sourceOfKey } from './sigma-source.ts';

/**
 * Rules, scheduled rules, policies and correlation rules of Panther. What a rule does is written in Python, in a file
 * of its own, or in YAML under `Detection`.
 *
 * @see https://github.com/panther-labs/panther-analysis
 */
export const panther: Reader = {
  ...pantherFiles,

  read(file) {
    const detections: DetectionDraft[] = [];
    const findings: FileFinding[] = [];
    let ignored: string | undefined;
    for (const document of file.documents) {
      const fields = fieldsOf(document.data);
      const kind = pantherKind(fields);
      if (!fields || !kind) continue;
      if (!kind.detection) {
        ignored ??= kind.ignored;
        continue;
      }
      const draft = readDetection(file, document, fields);
      detections.push(draft);
      if (draft.severity === undefined) findings.push(...severityFindings(file, document, fields));
    }
    return { detections, findings, ...(detections.length === 0 && ignored !== undefined && { ignored }) };
  },

  locate: locateYaml,
  valueSpan: yamlValueSpan,
};

function readDetection(file: ParsedFile, document: ParsedDocument, fields: Fields): DetectionDraft {
  const id = textOf(fields['RuleID']) ?? textOf(fields['PolicyID']);
  const [description, guide] = [textOf(fields['Description']), textOf(fields['Runbook'])];
  const severity = pantherSeverity(fields);
  const inline = 'Detection' in fields ? sourceOfKey(file.text, document.lines, 'Detection') : undefined;
  const language = 'Filename' in fields ? 'python' : 'Detection' in fields ? 'yaml' : undefined;
  const { unrecognised, ...attack } = pantherAttack(fields['Reports']);
  return {
    ...nothingStated(),
    format: 'panther',
    ...(id !== undefined && { id }),
    title: textOf(fields['DisplayName']) ?? id ?? basename(file.path, extname(file.path)),
    ...(description !== undefined && { description }),
    status: pantherStatus(fields),
    enabled: textOf(fields['Enabled'])?.toLowerCase() !== 'false',
    ...(severity !== undefined && { severity }),
    references: textsOf(fields['Reference']).flatMap(addresses),
    ...pantherLogSource(fields),
    ...(language !== undefined && { language }),
    ...(inline !== undefined && { query: inline }),
    ...(guide !== undefined && { guide }),
    tags: textsOf(fields['Tags']),
    ...attack,
    ...(unrecognised.length > 0 && { unrecognised }),
    related: pantherRelated(fields),
    tests: pantherTests(fields),
    simulations: textsOf(fieldsOf(fields['Reports'])?.['Stratus Red Team']).map((technique) => ({
      type: 'stratus-red-team',
      id: technique,
    })),
    lines: document.lines,
    ordinal: document.ordinal,
  };
}

/** One text, though some rules write a list of addresses into it. */
function addresses(reference: string): string[] {
  const words = reference.split(/\s+/).filter((word) => word !== '-');
  const urls = words.map((word) => word.replace(/,$/, ''));
  return urls.every((url) => /^https?:\/\//.test(url)) ? urls : [reference];
}

function severityFindings(file: ParsedFile, document: ParsedDocument, fields: Fields): FileFinding[] {
  const written = textOf(fields['Severity']);
  if (written === undefined) return [];
  const range = locateYaml(file.text, document.ordinal, ['Severity']);
  return [
    {
      rule: 'panther/invalid-value',
      severity: 'warning',
      message: `Unexpected \`Severity\` \`${written.slice(0, 60).replace(/\s+/g, ' ')}\`, expected \`Info\`, \`Low\`, \`Medium\`, \`High\` or \`Critical\`; it reads as not stated`,
      hint: 'Correct `Severity`.',
      ...(range && { range }),
    },
  ];
}
