import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ReviewReporter } from '../review/reporter.ts';
import type { Review } from '../review/review.ts';
import { SourceError } from '../sources/source-error.ts';
import { chosenWord } from './chosen.ts';
import { hasColor } from './color.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** One report, where it is to go. */
export interface PlannedReport {
  /** @param pages Addresses of the pages of changes, by the ids of the changes. */
  write: (review: Review, pages?: ReadonlyMap<string, string>) => void;
}

/**
 * The reports a command line asks for: the first format goes to the first file and so on, one more than there are
 * files to standard output.
 *
 * @throws UsageError for a format that is not there, and for formats and files that do not match.
 */
export async function plannedReports(
  { format = [], output = [], json }: { format?: string[]; output?: string[]; json?: boolean },
  io: Io,
): Promise<PlannedReport[]> {
  const { REVIEW_REPORTERS } = await import('../review/reporters.ts');
  const ids = REVIEW_REPORTERS.map(({ id }) => id);
  const asked = json ? [...format, 'json'] : format;
  const formats = (asked.length === 0 ? ['text'] : asked).map((one) => chosenWord(one, ids, 'format'));
  if (output.length > formats.length || formats.length > output.length + 1) {
    throw new UsageError(
      `${formats.length} × --format and ${output.length} × --output do not match.`,
      'Give each --format its --output, in the same order; only the last format may go to standard output.',
    );
  }
  return formats.map((id, index) => {
    const reporter = REVIEW_REPORTERS.find((one) => one.id === id);
    const file = output[index];
    return {
      write: (review, pages) => {
        if (reporter) writeReport(reporter, { review, pages }, file, io);
      },
    };
  });
}

function writeReport(
  reporter: ReviewReporter,
  { review, pages }: { review: Review; pages: ReadonlyMap<string, string> | undefined },
  file: string | undefined,
  io: Io,
): void {
  const known = pages && { pages };
  if (file === undefined) {
    io.stdout.write(reporter.report(review, { color: hasColor(io), ...known }));
    return;
  }
  try {
    const path = resolve(io.cwd, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, reporter.report(review, { color: false, ...known }));
  } catch (cause) {
    throw new SourceError(
      'unreadable',
      `The report cannot be written to ${file}: ${(cause as Error).message}`,
      'Name a file in a folder that can be written to.',
      { cause },
    );
  }
}
