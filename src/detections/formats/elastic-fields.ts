import { type Fields, textOf, textsOf } from '../../documents/fields.ts';

/** The investigation guide, and under it how to set the rule up; Markdown. */
export function elasticGuide(rule: Fields): string | undefined {
  const [note, setup] = [textOf(rule['note']), textOf(rule['setup'])];
  if (setup === undefined) return note;
  // Most setups bring their own heading.
  const section = /^#{1,6}\s/.test(setup) ? setup : `## Setup\n\n${setup}`;
  return note === undefined ? section : `${note}\n\n${section}`;
}

/**
 * Where a rule looks: its integrations and its index patterns. ES|QL rules name their indexes only in the query,
 * machine learning rules name jobs instead.
 */
export function elasticLogSources(rule: Fields, metadata: Fields): string[] {
  const indexes = textsOf(rule['index']);
  if (indexes.length === 0 && rule['language'] === 'esql')
    indexes.push(...esqlIndexes(textOf(rule['query']) ?? ''));
  const jobs = textsOf(rule['machine_learning_job_id']).map((job) => `machine learning job ${job}`);
  return [...new Set([...textsOf(metadata['integration']), ...indexes, ...jobs])];
}

/** The sources of the first `from` command, which comments may precede; its `metadata` fields are no sources. */
function esqlIndexes(query: string): string[] {
  const code = query.replace(/\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, ' ');
  const from = /^\s*from\s+([^|]*)/i.exec(code)?.[1] ?? '';
  const sources = from.split(/\smetadata\s/i)[0]?.trimEnd() ?? '';
  return sources
    .split(',')
    .map((source) => source.trim().replace(/^"(.*)"$/, '$1'))
    .filter((source) => source !== '');
}

/** Platforms as ATT&CK names them, out of the `OS: …` tags. */
export function elasticPlatforms(rule: Fields): string[] {
  return textsOf(rule['tags']).flatMap((tag) => /^OS:\s*(\S.*)$/.exec(tag)?.[1] ?? []);
}

/** The rule's tags without the tactics, which its threat entries give already; building blocks are marked as such. */
export function elasticTags(rule: Fields): string[] {
  const tags = textsOf(rule['tags']).filter((tag) => !tag.startsWith('Tactic: '));
  return rule['building_block_type'] === undefined ? tags : [...tags, 'building block'];
}
