/** The demo team's material as plain data, read here without the code under test. */
import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import matter from 'gray-matter';
import { CORE_SCHEMA, load, loadAll } from 'js-yaml';

export const REPOSITORY = resolve(import.meta.dirname, '../..');
export const CONTENT = join(REPOSITORY, 'content');

export type Fields = Readonly<Record<string, unknown>>;

/** Files below `content/` that match a glob, relative to it, sorted by code unit. */
export function contentFiles(glob: string): string[] {
  return globSync(glob, { cwd: CONTENT })
    .map((path) => path.replaceAll('\\', '/'))
    .sort((a, b) => (a < b ? -1 : 1));
}

export function readContent(path: string): string {
  return readFileSync(join(CONTENT, path), 'utf8');
}

export interface RuleDocument {
  path: string;
  library: boolean;
  fields: Fields;
}

/** Every Sigma document of the demo: rules, correlations and the filter, library included. */
export function demoRules(): RuleDocument[] {
  return contentFiles('{detections,library}/**/*.yml')
    .filter((path) => !path.startsWith('detections/regression_data/'))
    .flatMap((path) =>
      loadAll(readContent(path), { schema: CORE_SCHEMA }).map((fields) => ({
        path,
        library: path.startsWith('library/'),
        fields: fields as Fields,
      })),
    );
}

export interface Hunt {
  path: string;
  fields: Fields;
  body: string;
}

export function demoHunts(): Hunt[] {
  return contentFiles('playbooks/*.{md,mdx}').map((path) => {
    const { data, content } = matter(readContent(path), {
      engines: { yaml: (text: string) => load(text, { schema: CORE_SCHEMA }) as object },
    });
    return { path, fields: data, body: content };
  });
}

export function demoExercises(): { path: string; fields: Fields }[] {
  return contentFiles('exercises/*.yaml').map((path) => ({ path, fields: readYaml(path) }));
}

export function readYaml(path: string): Fields {
  return load(readContent(path), { schema: CORE_SCHEMA }) as Fields;
}

/** A list of texts, empty when the field is absent. */
export function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
