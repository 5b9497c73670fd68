import { basename, extname } from 'node:path/posix';
import { frontMatterValueSpan, locateFrontMatter } from '../../documents/markdown.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import type { FileFinding } from '../../findings/finding.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { lintProse } from '../lint-prose.ts';
import { outline } from '../outline.ts';
import type { PlaybookDraft } from '../playbook.ts';
import { proseReferences, type ProseReferences } from '../prose-references.ts';
import { playbookSchema, type PlaybookFrontMatter } from '../schema.ts';
import { playbookFiles } from './coverbook-recognition.ts';

/** The team's own playbooks: Markdown or MDX whose front matter says so by its `kind` or by keys only playbooks have. */
export const coverbookPlaybooks: Reader = {
  ...playbookFiles,

  read(file) {
    const document = file.documents[0];
    if (!document) return {};
    const { value, issues } = readLeniently(playbookSchema, document.data);
    const body = document.body ?? { text: '', line: document.lines.to };
    const isMdx = extname(file.path).toLowerCase() === '.mdx';
    const { tree, mdxError } = parseBody(body.text, isMdx);
    const playbook: PlaybookDraft = {
      ...facts(value, stemOf(file.path)),
      // A status nobody can read must not make a draft count.
      ...(issues.some(({ path }) => path[0] === 'status') && { status: 'draft' as const }),
      ...mapped(value),
      ...outline(tree, body.line),
      ...stated(proseReferences(tree, body.line)),
      body: body.text,
      mdx: isMdx && !mdxError,
    };
    const findings = schemaFindings('playbook', issues, (pointer) => locateFrontMatter(file.text, pointer));
    findings.push(...lintProse(tree, body.text, body.line));
    if (mdxError) findings.push(mdxFinding(mdxError.reason, body.line + mdxError.line - 1));
    return { playbooks: [playbook], findings };
  },

  locate: (text, _ordinal, pointer) => locateFrontMatter(text, pointer),
  valueSpan: (text, _ordinal, pointer) => frontMatterValueSpan(text, pointer),
};

function facts(
  value: Partial<PlaybookFrontMatter>,
  stem: string,
): Omit<PlaybookDraft, 'mappings' | 'tactics' | 'sections' | 'queries' | 'body' | 'mdx'> {
  const { id, hypothesis, severity, owner, created, reviewed, cadence } = value;
  return {
    format: 'coverbook',
    ...(id !== undefined && { id }),
    title: value.title ?? stem,
    ...(hypothesis !== undefined && { hypothesis }),
    actors: value.actors ?? [],
    platforms: value.platforms ?? [],
    dataSources: [...(value.dataSources ?? []), ...(value.data_sources ?? [])],
    ...(severity && { severity }),
    status: value.status ?? 'active',
    ...(owner !== undefined && { owner }),
    authors: value.authors ?? [],
    ...(created !== undefined && { created }),
    ...(reviewed !== undefined && { reviewed }),
    ...(cadence !== undefined && { cadence }),
    runs: (value.runs ?? []).map(({ date, outcome, findings, notes }) => ({
      date,
      outcome,
      findings,
      ...(notes !== undefined && { notes }),
    })),
    detections: value.detections ?? [],
    references: value.references ?? [],
  };
}

function mapped(value: Partial<PlaybookFrontMatter>): Pick<PlaybookDraft, 'mappings' | 'tactics'> {
  return {
    mappings: (value.techniques ?? []).map((written, index) =>
      declaredTechnique(written, ['techniques', index]),
    ),
    tactics: (value.tactics ?? []).map((written, index) => ({ written, pointer: ['tactics', index] })),
  };
}

function mdxFinding(reason: string, line: number): FileFinding {
  return {
    rule: 'playbook/mdx-syntax',
    severity: 'error',
    message: `The body is no valid MDX and is shown as plain Markdown: ${reason}`,
    hint: 'Escape `{` and `<` outside code, close every component, or name the file `.md`.',
    range: { line, column: 1, endLine: line, endColumn: 2 },
  };
}

/** Most bodies refer to nothing, and drafts are kept by the thousand. */
function stated({ links, mentions }: ProseReferences): Partial<ProseReferences> {
  return { ...(links.length > 0 && { links }), ...(mentions.length > 0 && { mentions }) };
}

function stemOf(path: string): string {
  return basename(path, extname(path));
}
