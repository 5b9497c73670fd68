import type { Detection } from './detection.ts';

/** What a rule looks for in one sentence, and whose words they are. */
export interface LooksFor {
  sentence: string;
  /** `description`: its author's first sentence. `facts`: put together from where it looks and what decided it. */
  by: 'description' | 'facts';
  /** What else the description says, paragraph by paragraph. */
  more: string[];
}

const SENTENCES = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What a rule looks for: the first sentence of its description or, without one, where it looks and the condition that
 * decides it as written. Undefined where it states neither: nothing is made up.
 */
export function looksFor(
  rule: Pick<Detection, 'description' | 'logSources' | 'robustness'>,
): LooksFor | undefined {
  const [first, ...others] = (rule.description ?? '')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s+/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
  if (first === undefined) return fromFacts(rule);
  const sentence = firstSentence(first);
  const rest = first.slice(sentence.length).trim();
  return { sentence, by: 'description', more: rest === '' ? others : [rest, ...others] };
}

/** Abbreviations are no end of a sentence, nor is a full stop inside of brackets. */
function firstSentence(paragraph: string): string {
  let sentence = '';
  for (const { segment } of SENTENCES.segment(paragraph)) {
    sentence += segment;
    const opened = sentence.split('(').length - sentence.split(')').length;
    if (opened <= 0 && !/\b(?:e\.g|i\.e|etc|vs|cf|aka|approx|incl|ver|no)\.\s*$/i.test(sentence)) break;
  }
  return sentence.trim();
}

function fromFacts({
  logSources: [log],
  robustness,
}: Pick<Detection, 'logSources' | 'robustness'>): LooksFor | undefined {
  const part = robustness?.parts[0]?.written;
  if (log === undefined || part === undefined) return undefined;
  const [product, ...rest] = log.split(' · ');
  const where = rest.length > 0 ? `${rest.join(' ')} on ${product ?? ''}` : log;
  return { sentence: `Events of \`${where}\` where \`${part}\`.`, by: 'facts', more: [] };
}
