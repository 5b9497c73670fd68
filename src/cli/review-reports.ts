import { basename, dirname, resolve } from 'node:path';
import { writeFiles } from '../output/write.ts';
import type { ReviewReporter } from '../review/reporter.ts';
import type { Review } from '../review/review.ts';
import { chosenWord } from './chosen.ts';
import { hasColor } from './color.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** One report, where it is to go. */
export interface PlannedReport {
  /** @param pages Addresses of the pages of changes, by the ids of the changes. */
  write: (review: Review, pages?: ReadonlyMap<string, string>) => Promise<void>;
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
      write: async (review, pages) => {
        if (reporter) await writeReport(reporter, { review, pages }, file, io);
      },
    };
  });
}

async function writeReport(
  reporter: ReviewReporter,
  { review, pages }: { review: Review; pages: ReadonlyMap<string, string> | undefined },
  file: string | undefined,
  io: Io,
): Promise<void> {
  const known = pages && { pages };
  if (file === undefined) {
    io.stdout.write(reporter.report(review, { color: hasColor(io), ...known }));
    return;
  }
  const path = resolve(io.cwd, file);
  await writeFiles(
    dirname(path),
    new Map([[basename(path), reporter.report(review, { color: false, ...known })]]),
  );
}
