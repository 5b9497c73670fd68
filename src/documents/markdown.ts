import matter from 'gray-matter';
import { parse as parseTomlValue } from 'smol-toml';
import type { FileFinding, Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { locateYaml } from './locate-yaml.ts';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';
import { parseYaml } from './yaml.ts';
import { yamlValueSpan } from './yaml-value-span.ts';

const FRONT_MATTER = /^---(?!-)[^\n]*\n(?:[\s\S]*?\n)?---/;

/** An opening line with a key under it: more than a thematic break at the top of a text. */
const OPENED_FRONT_MATTER = /^---[^\S\n]*\n[\w-]+:(?:\s|$)/;

/** Languages of front matter that gray-matter would run as a program. */
const PROGRAMS = ['js', 'javascript', 'coffee', 'coffeescript', 'cson'];

/**
 * Parses Markdown or MDX into its front matter and its body. Front matter may be YAML, JSON (`---json`) or TOML
 * (`---toml`); a program is refused under `file/executable-front-matter` and never run. Without front matter
 * `data` is an empty object; with an unreadable one the file is left out under a finding, since whatever it
 * declares is unknown.
 */
export function parseMarkdown(text: string): ParsedText {
  if (!FRONT_MATTER.test(text)) {
    if (!OPENED_FRONT_MATTER.test(text))
      return { documents: [markdownDocument(text, {}, text)], findings: [] };
    const finding = syntaxFinding('front matter', 'expected a closing `---` line', { line: 1, column: 1 });
    return { documents: [], findings: [finding] };
  }
  const findings: FileFinding[] = [];
  const refuse = { parse: refuseProgram, stringify: refuseProgram };
  try {
    // Given options, gray-matter keeps no cache, which would hand a broken file's half-read state to the next caller.
    const { data, content } = matter(text, {
      engines: {
        ...Object.fromEntries(PROGRAMS.map((language) => [language, refuse])),
        yaml: (source) => frontMatterValue(source, findings),
        toml: (source) => parseTomlValue(source),
      },
    });
    return { documents: [markdownDocument(text, data, content)], findings };
  } catch (error) {
    return { documents: [], findings: [...findings, ...frontMatterFindings(error)] };
  }
}

/** Where a key of the front matter stands; its lines are the file's own. */
export function locateFrontMatter(text: string, pointer: Pointer): Range | undefined {
  const frontMatter = FRONT_MATTER.exec(text)?.[0];
  return frontMatter === undefined ? undefined : locateYaml(frontMatter.slice(0, -3), 0, pointer);
}

/** The source text of a value of the front matter, as `yamlValueSpan`; undefined where that is not YAML. */
export function frontMatterValueSpan(
  text: string,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  const frontMatter = FRONT_MATTER.exec(text)?.[0];
  const isYaml = frontMatter !== undefined && /^---[ \t]*\r?\n/.test(frontMatter);
  return isYaml ? yamlValueSpan(frontMatter.slice(0, -3), 0, pointer) : undefined;
}

class FrontMatterError extends Error {}

class ProgramError extends Error {}

function refuseProgram(): never {
  throw new ProgramError();
}

/** The source starts with the rest of the opening line, so its line numbers are the file's. */
function frontMatterValue(source: string, findings: FileFinding[]): object {
  const parsed = parseYaml(source);
  findings.push(...parsed.findings);
  const data = parsed.documents[0]?.data;
  if (parsed.findings.some(({ severity }) => severity === 'error')) throw new FrontMatterError();
  if (data === undefined) return {};
  if (typeof data === 'object' && data !== null && !Array.isArray(data)) return data;
  findings.push(
    syntaxFinding('front matter', 'expected keys and values between the `---` lines', { line: 1, column: 1 }),
  );
  throw new FrontMatterError();
}

function frontMatterFindings(error: unknown): FileFinding[] {
  if (error instanceof FrontMatterError) return [];
  if (error instanceof ProgramError) {
    return [
      {
        rule: 'file/executable-front-matter',
        severity: 'error',
        message: 'Unexpected program as front matter, expected YAML; it was not run and the file is not read',
        hint: 'Write the front matter as YAML between two `---` lines.',
        range: { line: 1, column: 1, endLine: 1, endColumn: 4 },
      },
    ];
  }
  return [
    syntaxFinding('front matter', error instanceof Error ? error.message : String(error), {
      line: 1,
      column: 1,
    }),
  ];
}

function markdownDocument(text: string, data: unknown, content: string): ParsedText['documents'][number] {
  // Further byte order marks: Markdown's parser leaves one out and counts from behind it.
  const body = content.replace(/^\ufeff+/, '');
  return {
    syntax: 'markdown',
    data,
    body: { text: body, line: lineOf(text, text.length - body.length) },
    lines: { from: 1, to: lineOf(text, text.trimEnd().length) },
    ordinal: 0,
  };
}
