import { fenced } from '../../documents/fence.ts';
import type { CarImplementation } from './car-implementations.ts';
import type { CarUnitTest } from './car-unit-tests.ts';

/** Every implementation of an analytic and how to try it, Markdown. */
export function carGuide(
  implementations: readonly CarImplementation[],
  unitTests: readonly CarUnitTest[],
): string | undefined {
  const sections = [
    ...section('Implementations', implementations.map(implementation)),
    ...section('Unit tests', unitTests.map(unitTest)),
  ];
  return sections.length > 0 ? sections.join('\n\n') : undefined;
}

function section(title: string, parts: string[]): string[] {
  return parts.length > 0 ? [`## ${title}`, ...parts] : [];
}

function implementation({ name, type, description, code, dataModel, language }: CarImplementation): string {
  const title = name ?? (type === '' ? 'Implementation' : type);
  const about = [type, dataModel].filter((text) => text !== undefined && text !== '' && text !== title);
  return paragraphs([
    `### ${oneLine(title)}`,
    about.length > 0 ? `*${about.map((text) => oneLine(text ?? '')).join(', ')}*` : undefined,
    description,
    code === undefined ? undefined : fenced(code, language),
  ]);
}

function unitTest({ description, configurations, commands }: CarUnitTest, index: number): string {
  return paragraphs([
    `### Test ${index + 1}`,
    configurations.length > 0 ? `On ${configurations.map(oneLine).join(', ')}.` : undefined,
    description,
    commands.length > 0 ? fenced(commands.join('\n'), 'text') : undefined,
  ]);
}

function paragraphs(parts: (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join('\n\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ');
}
