import type { FileContent } from '../readers/reader.ts';

/** The content of a file without what it dates after a day: that was planned or mistyped, and not yet seen then. */
export function withoutFuture(content: FileContent, day: string): FileContent {
  if (content.exercises.length === 0 && content.playbooks.length === 0) return content;
  const isPast = (date: string | undefined): boolean => date !== undefined && date <= day;
  return {
    ...content,
    exercises: content.exercises.map((exercise) => ({
      ...exercise,
      results: exercise.results.filter(({ date }) => isPast(date ?? exercise.date)),
    })),
    playbooks: content.playbooks.map(({ created, reviewed, ...playbook }) => ({
      ...playbook,
      ...(created !== undefined && isPast(created) && { created }),
      ...(reviewed !== undefined && isPast(reviewed) && { reviewed }),
      runs: playbook.runs.filter(({ date }) => isPast(date)),
    })),
  };
}
