import { decodeText } from '../../documents/decode.ts';
import type { Side } from './read-side.ts';

/** The content of a file of a side; empty for one that is not there any more. */
export async function fileText(
  { sources }: Pick<Side, 'sources'>,
  name: string,
  path: string,
): Promise<string> {
  const source = sources.find((one) => one.source.spec.name === name)?.source;
  const file = source?.files.find((one) => one.path === path);
  if (!source || !file) return '';
  for await (const { bytes } of source.read([file])) return decodeText(bytes);
  return '';
}
