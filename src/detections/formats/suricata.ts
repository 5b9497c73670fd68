import { basename, extname } from 'node:path/posix';
import type { ParsedFile } from '../../documents/document.ts';
import { lineIndex } from '../../documents/line-index.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { locateRules } from './locate-rules.ts';
import { suricataFacts } from './suricata-facts.ts';
import { suricataMapping, suricataMetadata } from './suricata-mapping.ts';
import { suricataReferences } from './suricata-references.ts';
import { type SuricataRule, suricataRules } from './suricata-rules.ts';

/**
 * Rules of Suricata, as Emerging Threats and others publish them: one to a line, tens of thousands to a file.
 *
 * @see https://docs.suricata.io/en/latest/rules/
 */
export const suricata: Reader = {
  id: 'suricata',
  extensions: ['.rules'],

  recognises: ({ text }) =>
    /^[#\t ]*(?:alert|drop|pass|reject)/m.test(text) && suricataRules(text).length > 0,

  read(file) {
    const rules = suricataRules(file.text);
    const line = lineIndex(file.text);
    return {
      detections: rules.map((rule, ordinal) => readRule(file, rule, ordinal, line)),
      findings: rules.flatMap((rule, ordinal) => findingsOf(file, rule, ordinal)),
    };
  },

  locate: locateRules(suricataRules),
};

function readRule(
  { path, text }: ParsedFile,
  rule: SuricataRule,
  ordinal: number,
  line: (offset: number) => number,
): DetectionDraft {
  const option = (name: string): string | undefined => {
    const value = rule.options.find((candidate) => candidate.name === name)?.value;
    return value === undefined || value === '' ? undefined : unquoted(value);
  };
  const [sid, gid, classtype] = [option('sid'), option('gid'), option('classtype')];
  const metadata = suricataMetadata(rule.options);
  const { tags, ...facts } = suricataFacts(metadata);
  return {
    ...nothingStated(),
    format: 'suricata',
    // Suricata's own rules count within generator 1, which nobody writes.
    ...(sid !== undefined && { id: gid === undefined || gid === '1' ? sid : `${gid}:${sid}` }),
    title: option('msg') ?? (sid === undefined ? basename(path, extname(path)) : `sid ${sid}`),
    enabled: !rule.isCommented,
    ...(isSilent(rule) && { silent: true as const }),
    ...facts,
    references: suricataReferences(rule.options),
    logSources: [`network · ${rule.protocol}`],
    language: 'suricata',
    query: text.slice(rule.start, rule.end),
    tags: [...new Set([...(classtype === undefined ? [] : [classtype]), ...tags])],
    ...suricataMapping(metadata),
    lines: { from: line(rule.start), to: line(Math.max(rule.start, rule.end - 1)) },
    ordinal,
  };
}

/** Lets traffic through, or only remembers that it matched. */
function isSilent({ action, options }: SuricataRule): boolean {
  return (
    action === 'pass' ||
    options.some(({ name, value }) => name === 'noalert' || (name === 'flowbits' && value === 'noalert'))
  );
}

/** Quotes, `;` and `\` are escaped in a text. */
function unquoted(value: string): string {
  return value
    .replace(/^"([^]*)"$/, '$1')
    .replaceAll(/\\([\\";:])/g, '$1')
    .trim();
}

function findingsOf({ text }: ParsedFile, rule: SuricataRule, ordinal: number): FileFinding[] {
  const hasSid = rule.options.some(({ name, value }) => name === 'sid' && /^\d+$/.test(value));
  if (rule.isCommented || (rule.isClosed && hasSid)) return [];
  const range = suricata.locate(text, ordinal, offsetPointer(rule.start, rule.end));
  return [
    {
      rule: 'suricata/incomplete-rule',
      severity: 'warning',
      message: `Unexpected rule without a ${rule.isClosed ? 'numeric `sid`' : 'closing bracket'}, expected one; Suricata does not load it`,
      hint: rule.isClosed ? 'Add `sid:` and a number of your own range.' : 'Close the options with `;)`.',
      ...(range && { range }),
    },
  ];
}
