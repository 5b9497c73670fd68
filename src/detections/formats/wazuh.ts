import { lineIndex } from '../../documents/line-index.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { ParsedFile } from '../../documents/document.ts';
import { parseXml, type XmlElement } from '../../documents/xml.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { locateRules } from './locate-rules.ts';
import { wazuhLevel, wazuhSeverity } from './wazuh-level.ts';
import { wazuhMapping } from './wazuh-mapping.ts';
import { isWazuhRule, namesIn, textsOfChildren, type WazuhRule, wazuhRules } from './wazuh-rules.ts';

/**
 * Rules of Wazuh (and OSSEC, its ancestor): XML fragments of `<rule>` in `<group>`. Decoders, which lie beside them,
 * are told from files nobody knows.
 *
 * @see https://documentation.wazuh.com/current/user-manual/ruleset/ruleset-xml-syntax/rules.html
 */
export const wazuh: Reader = {
  id: 'wazuh',
  extensions: ['.xml'],

  recognises: (file) => {
    const roots = rootsOf(file.documents);
    return roots.some(isDecoder) || wazuhRules(roots).some(isWazuhRule);
  },

  read(file) {
    const rules = wazuhRules(rootsOf(file.documents));
    if (rules.length === 0) return { ignored: 'that are Wazuh decoders' };
    const line = lineIndex(file.text);
    return {
      detections: rules.map((rule, ordinal) => readRule(file.text, rule, ordinal, line)),
      findings: rules.flatMap((rule, ordinal) => findingsOf(file.text, rule, ordinal)),
    };
  },

  locate: locateRules((text) => wazuhRules(rootsOf(parseXml(text).documents))),
};

function rootsOf(documents: ParsedFile['documents']): readonly XmlElement[] {
  return documents.flatMap((document) => (document.syntax === 'xml' ? document.data : []));
}

function isDecoder({ name, attributes }: XmlElement): boolean {
  return name === 'decoder' && attributes['name'] !== undefined;
}

function readRule(
  text: string,
  rule: WazuhRule,
  ordinal: number,
  line: (offset: number) => number,
): DetectionDraft {
  const { element, start, end } = rule;
  const { attributes } = element;
  const id = attributes['id']?.trim() ?? '';
  const level = wazuhLevel(element);
  const severity = level === undefined ? undefined : wazuhSeverity(level);
  const isSilent = level === 0 || /^(?:1|yes)$/i.test(attributes['noalert'] ?? '');
  const texts = (name: string): string[] => textsOfChildren(element, name);
  const info = (type: string): string[] =>
    textsOfChildren(
      { ...element, children: element.children.filter((child) => child.attributes['type'] === type) },
      'info',
    );
  const groups = [...rule.groups, ...texts('group').flatMap(namesIn)];
  return {
    ...nothingStated(),
    format: 'wazuh',
    id,
    title: texts('description').join(' ') || `Rule ${id}`,
    ...(isSilent && { silent: true as const }),
    ...(severity !== undefined && { severity }),
    references: info('link'),
    logSources: [
      ...['decoded_as', 'category', 'program_name', 'location'].flatMap(texts),
      ...[...texts('if_group'), ...texts('if_matched_group')].map((group) => `group ${group}`),
    ],
    language: 'xml',
    query: text.slice(start, end),
    tags: [...new Set([...groups, ...info('cve')])],
    ...wazuhMapping(text, element),
    related: ['if_sid', 'if_matched_sid'].flatMap((type) =>
      texts(type).flatMap((list) =>
        list.split(/[\s,]+/).flatMap((sid) => (sid === '' ? [] : { id: sid, type })),
      ),
    ),
    lines: { from: line(start), to: line(Math.max(start, end - 1)) },
    ordinal,
  };
}

function findingsOf(text: string, rule: WazuhRule, ordinal: number): FileFinding[] {
  if (wazuhLevel(rule.element) !== undefined) return [];
  const level = rule.element.attributes['level'];
  const range = wazuh.locate(text, ordinal, offsetPointer(rule.start, text.indexOf('>', rule.start) + 1));
  return [
    {
      rule: 'wazuh/invalid-level',
      severity: 'warning',
      message: `Unexpected ${level === undefined ? 'rule without a `level`' : `\`level\` \`${level.replaceAll(/\s+/g, ' ').slice(0, 60)}\``}, expected a number from 0 to 16; the severity reads as not stated`,
      hint: 'Write `level="0"` for a rule that only groups others, 1 to 16 for one that alerts.',
      ...(range && { range }),
    },
  ];
}
