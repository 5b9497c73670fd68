import type { ReadSource } from './assemble.ts';

/**
 * The newest date the content itself knows: of a commit, or, outside Git, of anything dated inside the files.
 * It stands for "now", so that the same input gives the same output on any day.
 */
export function newestDate(sources: readonly ReadSource[]): string {
  const commits = sources.flatMap(({ source }) => source.commitDate?.slice(0, 10) ?? []);
  return newest(commits) ?? newest(datesInside(sources)) ?? '1970-01-01';
}

function newest(dates: readonly string[]): string | undefined {
  return dates.reduce<string | undefined>(
    (top, date) => (top === undefined || date > top ? date : top),
    undefined,
  );
}

function datesInside(sources: readonly ReadSource[]): string[] {
  return sources
    .flatMap(({ contents }) =>
      contents.flatMap(({ content }) => [
        ...content.detections.flatMap(({ created, modified }) => [created, modified]),
        ...content.playbooks.flatMap(({ created, reviewed, runs }) => [
          created,
          reviewed,
          ...runs.map(({ date }) => date),
        ]),
        ...content.exercises.map(({ date }) => date),
      ]),
    )
    .filter((date) => date !== undefined);
}
