import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { abandonGit, spawnGit, startFailure } from './git.ts';
import { endedGit, gitPatience, silentGit } from './git-patience.ts';
import { SourceError } from './source-error.ts';

const LINE_FEED = 0x0a;

/**
 * Contents of blobs, in the order asked for, through one `git cat-file --batch`. The pipe is read only as fast as
 * the contents are taken, so memory holds about one file at a time.
 * @throws {SourceError} when an object is missing, or Git ends early or says nothing for too long
 * @see https://git-scm.com/docs/git-cat-file#_batch_output
 */
export async function* readBlobs(gitDir: string, ids: readonly string[]): AsyncGenerator<Uint8Array, void> {
  if (ids.length === 0) return;
  const child = spawnGit(['cat-file', '--batch', '--buffer'], { gitDir });
  const started = once(child, 'spawn');
  // Git may end while ids are still being written; what it lacks then shows as a missing answer.
  child.stdin.on('error', () => undefined);
  child.on('error', () => undefined);
  child.stderr.resume();
  let asked = '';
  try {
    await started.catch((cause: unknown) => {
      throw startFailure(cause as Error);
    });
    child.stdin.end(`${ids.join('\n')}\n`);
    const answers = new AnswerReader(child.stdout);
    for (asked of ids) yield await answers.next(asked);
  } catch (error) {
    if (!(error instanceof EarlyEnd)) throw error;
    // Its pipe closes before its end is known.
    if (child.signalCode === null && child.exitCode === null)
      await Promise.race([once(child, 'exit'), setTimeout(1000)]);
    if (child.signalCode !== null) throw endedGit('cat-file', child.signalCode);
    throw missing(asked, 'its output ends early');
  } finally {
    abandonGit(child);
  }
}

/** The output of Git ended in the middle of an answer. */
class EarlyEnd extends Error {}

/** Cuts the stream `<id> <type> <size>\n<content>\n…` into contents. */
class AnswerReader {
  readonly #chunks: AsyncIterator<Buffer, undefined>;
  #rest: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer, undefined>) {
    this.#chunks = stream[Symbol.asyncIterator]();
  }

  async next(id: string): Promise<Uint8Array> {
    const header = await this.#line();
    const [, of, size] = /^([0-9a-f]+) blob (\d+)$/.exec(header) ?? [];
    if (of !== id || size === undefined) throw missing(id, header);
    const content = await this.#take(Number(size) + 1);
    return content.subarray(0, -1);
  }

  async #line(): Promise<string> {
    let end = this.#rest.indexOf(LINE_FEED);
    while (end < 0) {
      await this.#more(1);
      end = this.#rest.indexOf(LINE_FEED);
    }
    const line = this.#rest.toString('latin1', 0, end);
    this.#rest = this.#rest.subarray(end + 1);
    return line;
  }

  async #take(bytes: number): Promise<Buffer> {
    if (this.#rest.length < bytes) await this.#more(bytes - this.#rest.length);
    const taken = this.#rest.subarray(0, bytes);
    this.#rest = this.#rest.subarray(bytes);
    return taken;
  }

  /** Reads at least this many bytes more; all chunks are joined once, so a big file costs no quadratic copying. */
  async #more(bytes: number): Promise<void> {
    const chunks = [this.#rest];
    for (let got = 0; got < bytes;) {
      const chunk = await this.#nextChunk();
      if (chunk.done === true) throw new EarlyEnd();
      chunks.push(chunk.value);
      got += chunk.value.length;
    }
    this.#rest = Buffer.concat(chunks);
  }

  /** Watched only while somebody waits: between two files, those who read may take their time. */
  async #nextChunk(): Promise<IteratorResult<Buffer, undefined>> {
    const patience = gitPatience('none');
    const waiting = new AbortController();
    const silence = setTimeout(patience, undefined, { signal: waiting.signal }).then(
      () => {
        throw silentGit('cat-file', patience);
      },
      () => undefined,
    );
    try {
      return (await Promise.race([this.#chunks.next(), silence])) ?? { done: true, value: undefined };
    } finally {
      waiting.abort();
    }
  }
}

function missing(id: string, answer: string): SourceError {
  return new SourceError(
    'unreadable',
    `Git cannot give the content of a file (object ${id}): ${answer}`,
    'In a clone made with `--filter`, fetch what it lacks (`git fetch --refetch --no-filter`); otherwise run `git fsck`.',
  );
}
