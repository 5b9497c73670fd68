import type { ParsedDocument } from '../../documents/document.ts';
import { type Fields, fieldsOf, textOf, textsOf } from '../../documents/fields.ts';
import { locateToml, tomlValueSpan } from '../../documents/locate-toml.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { elasticThreat } from './elastic-threat.ts';

/**
 * Behaviour rules of Elastic's endpoint agent: TOML with `[rule]` and, beside it, `[[threat]]` and `[[actions]]`. They
 * state no severity, author or date.
 *
 * @see https://github.com/elastic/protections-artifacts
 */
export const elasticEndpoint: Reader = {
  id: 'elastic-endpoint',
  extensions: ['.toml'],

  recognises: (file) => file.documents.some((document) => ruleTable(document) !== undefined),

  read: ({ documents }) => ({
    detections: documents.flatMap((document) => {
      const rule = ruleTable(document);
      return rule ? [readRule(document, rule)] : [];
    }),
  }),

  locate: (text, _ordinal, pointer) => locateToml(text, pointer),
  valueSpan: (text, _ordinal, pointer) => tomlValueSpan(text, pointer),
};

/** A rule nobody has mapped has no `threat`; its query says as well that it is one. */
function ruleTable({ data }: ParsedDocument): Fields | undefined {
  const file = fieldsOf(data);
  const rule = fieldsOf(file?.['rule']);
  if (!rule || textOf(rule['id']) === undefined || !Array.isArray(rule['os_list'])) return undefined;
  return Array.isArray(file?.['threat']) || typeof rule['query'] === 'string' ? rule : undefined;
}

/** ATT&CK's names of what the agent runs on. */
const PLATFORMS = new Map([
  ['windows', 'Windows'],
  ['linux', 'Linux'],
  ['macos', 'macOS'],
]);

function readRule(document: ParsedDocument, rule: Fields): DetectionDraft {
  const [id, description, query] = ['id', 'description', 'query'].map((key) => textOf(rule[key]));
  const { unrecognised, ...threat } = elasticThreat(fieldsOf(document.data)?.['threat'], ['threat']);
  return {
    ...nothingStated(),
    format: 'elastic-endpoint',
    ...(id !== undefined && { id }),
    title: textOf(rule['name']) ?? id ?? 'Untitled rule',
    ...(description !== undefined && { description }),
    enabled: rule['enabled'] !== false,
    authors: textsOf(rule['author']),
    references: [...textsOf(rule['reference']), ...textsOf(rule['references'])],
    // The agent's rules see its own events and nothing else.
    logSources: ['endpoint'],
    platforms: textsOf(rule['os_list']).flatMap((name) => PLATFORMS.get(name.toLowerCase()) ?? []),
    language: 'eql',
    ...(query !== undefined && { query }),
    tags: textsOf(rule['tags']),
    ...threat,
    ...(unrecognised.length > 0 && { unrecognised }),
    lines: document.lines,
    ordinal: document.ordinal,
  };
}
