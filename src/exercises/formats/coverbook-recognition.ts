import type { ParsedDocument } from '../../documents/document.ts';
import type { Recognition } from '../../readers/reader.ts';

export const exerciseFiles: Recognition = {
  id: 'coverbook-exercise',
  extensions: ['.yaml', '.yml'],

  recognises: (file) => file.documents.some(isExercise),
};

export function isExercise({ syntax, data }: ParsedDocument): boolean {
  if (syntax !== 'yaml' || typeof data !== 'object' || data === null) return false;
  const { results } = data as Record<string, unknown>;
  return (
    Array.isArray(results) &&
    results.some(
      (result: unknown) =>
        typeof result === 'object' && result !== null && 'technique' in result && 'outcome' in result,
    )
  );
}
