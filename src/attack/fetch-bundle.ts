import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AttackError } from './attack-error.ts';

/** Bundles are up to 50 MB; a slow line needs minutes, a dead one shall not hold a CI job. */
const TIMEOUT_MS = 300_000;

export function isUrl(text: string): boolean {
  return /^https?:\/\//i.test(text);
}

/**
 * Downloads a bundle.
 *
 * @throws AttackError when the network or the server does not give it.
 */
export async function fetchBundle(url: string): Promise<Uint8Array> {
  let response: Response;
  let bytes: Uint8Array;
  try {
    response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS) });
    bytes = new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    // Node says only `fetch failed`; the cause says what did.
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    throw new AttackError(
      `The ATT&CK bundle ${url} cannot be fetched: ${cause instanceof Error && cause.message ? cause.message : String(error)}`,
      'Without a network, download it elsewhere and name the file instead of the URL.',
      { cause: error },
    );
  }
  if (response.ok) return bytes;
  throw new AttackError(
    `The ATT&CK bundle ${url} cannot be fetched: the server answers ${response.status} ${response.statusText}`.trimEnd(),
    'Check the URL; on GitHub, use the address of the raw file.',
  );
}

/**
 * As `fetchBundle`, kept in a folder by URL: the second time needs no network. A kept bundle is used as it is;
 * delete it to fetch anew.
 */
export async function fetchBundleOnce(url: string, folder: string): Promise<Uint8Array> {
  const file = join(folder, `${createHash('sha256').update(url).digest('hex').slice(0, 32)}.bundle`);
  const kept = await readFile(file).catch(() => undefined);
  if (kept) return kept;
  const bytes = await fetchBundle(url);
  await keep(folder, file, bytes);
  return bytes;
}

/** One that cannot be kept is fetched again next time. */
async function keep(folder: string, file: string, bytes: Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}`;
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(temporary, bytes);
    await rename(temporary, file);
  } catch {
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}
