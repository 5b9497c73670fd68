import { readFile } from '../read-file.ts';

/** Ways to write a text into a file of one format or another. */
const SPELLINGS: ((text: string) => string)[] = [
  (text) => text,
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => text.replaceAll("'", "''"),
  (text) => text.replaceAll(/[\\";]/g, (sign) => `\\${sign}`),
  (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;'),
];

/** A file in which every word that a reader hands on as text has a payload behind it. */
export interface LadenFile {
  text: string;
  /** How many places hold one. */
  places: number;
}

/**
 * Puts a payload behind every word of a file, one after the other, wherever the file is still of its format, holds as
 * many items, and hands the payload on.
 *
 * @param payloads In turn.
 */
export function ladenFile(path: string, seed: string, payloads: readonly string[]): LadenFile {
  const before = read(path, seed);
  let laden: LadenFile = { text: seed, places: 0 };
  const words = [...seed.matchAll(/[a-z][\w-]{2,}/gi)].reverse();
  for (const { index, 0: word } of words) {
    const payload = payloads[laden.places % payloads.length] ?? '';
    const at = index + word.length;
    for (const spell of SPELLINGS) {
      const text = `${laden.text.slice(0, at)} ${spell(payload)}${laden.text.slice(at)}`;
      const now = read(path, text);
      const handsOn = times(now.json, payload) > times(read(path, laden.text).json, payload);
      if (now.format !== before.format || now.items !== before.items || !handsOn) continue;
      laden = { text, places: laden.places + 1 };
      break;
    }
  }
  return laden;
}

function read(path: string, text: string): { format: string | null; items: number; json: string } {
  const content = readFile(path, Buffer.from(text));
  const items = Object.values(content).reduce<number>(
    (sum, value) => sum + (Array.isArray(value) && value !== content.findings ? value.length : 0),
    0,
  );
  return { format: content.format, items, json: JSON.stringify(content) };
}

function times(json: string, payload: string): number {
  return json.split(JSON.stringify(payload).slice(1, -1)).length - 1;
}
