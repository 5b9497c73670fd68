import { UsageError } from './usage-error.ts';

/** The last second of the year 9999: ISO dates have four digits. */
const LAST = 253_402_300_799;

/**
 * The day `SOURCE_DATE_EPOCH` names, in UTC, as an ISO date; undefined when it is not set or empty.
 *
 * @throws UsageError for what is no number of seconds since 1970.
 * @see https://reproducible-builds.org/specs/source-date-epoch/
 */
export function sourceDate(env: NodeJS.ProcessEnv): string | undefined {
  const value = env['SOURCE_DATE_EPOCH'];
  if (!value) return undefined;
  const seconds = /^\d+$/.test(value) ? Number(value) : Number.NaN;
  if (seconds <= LAST) return new Date(seconds * 1000).toISOString().slice(0, 10);
  throw new UsageError(
    `SOURCE_DATE_EPOCH is ${JSON.stringify(value)}, and should be seconds since 1970 such as 1795564800.`,
    'Set it to the output of `git log -1 --format=%ct`, or unset it.',
  );
}
