import picomatch from 'picomatch';
import type { SourceFile, SourceSpec } from './source.ts';

/** A pattern without wildcards may name a folder: then it means everything below. */
function expand(pattern: string): string[] {
  const plain = pattern.replace(/^(?:\.?\/)+/, '');
  if (plain === '' || plain === '.') return ['**'];
  if (plain.endsWith('/')) return [`${plain}**`];
  return picomatch.scan(plain).isGlob ? [plain] : [plain, `${plain}/**`];
}

/**
 * Whether a path (forward slashes, relative to the source) is selected: by an include pattern and by no exclude
 * pattern. Hidden files match like any other; an include that starts with `!` excludes.
 */
export function pathFilter(
  include: readonly string[],
  exclude: readonly string[],
): (path: string) => boolean {
  const isNegated = (pattern: string): boolean => /^!(?!\()/.test(pattern);
  const without = [...exclude, ...include.filter(isNegated).map((pattern) => pattern.slice(1))];
  const within = include.filter((pattern) => !isNegated(pattern));
  const options = { dot: true, nonegate: true };
  const isIncluded = picomatch((within.length === 0 ? ['**'] : within).flatMap(expand), options);
  const isExcluded = picomatch(without.flatMap(expand), options);
  return (path) => isIncluded(path) && (without.length === 0 || !isExcluded(path));
}

export interface Selection<File> {
  files: File[];
  /** Selected, but larger than `maxBytes`. */
  skipped: File[];
}

/** The files of a source by its globs and its size limit, sorted by path. */
export function selectFiles<File extends Pick<SourceFile, 'path' | 'size'>>(
  files: readonly File[],
  spec: Pick<SourceSpec, 'include' | 'exclude' | 'maxBytes'>,
): Selection<File> {
  const isSelected = pathFilter(spec.include, spec.exclude);
  const selected = files.filter((file) => isSelected(file.path)).sort((a, b) => (a.path < b.path ? -1 : 1));
  return {
    files: selected.filter((file) => file.size <= spec.maxBytes),
    skipped: selected.filter((file) => file.size > spec.maxBytes),
  };
}
