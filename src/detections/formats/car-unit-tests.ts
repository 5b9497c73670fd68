import { fieldLists, textOf, textsOf } from '../../documents/fields.ts';
import type { Simulation } from '../detection.ts';

/** What to do by hand to see an analytic fire. Nobody says that it was done: it is no passing test. */
export interface CarUnitTest {
  description?: string;
  /** Systems it is for: `Windows 7`. */
  configurations: string[];
  commands: string[];
}

export function carUnitTests(value: unknown): CarUnitTest[] {
  return fieldLists(value).map(({ fields }) => {
    const description = textOf(fields['description']);
    return {
      ...(description !== undefined && { description }),
      configurations: textsOf(fields['configurations']),
      commands: textsOf(fields['commands']),
    };
  });
}

/** A test as a simulation: the first line of its description as the name, its commands as the steps. */
export function carSimulations(tests: readonly CarUnitTest[]): Simulation[] {
  return tests.map(({ description, commands }) => {
    const name = (description?.split('\n')[0] ?? '').replace(/^[-*]\s+/, '').trim();
    return {
      type: 'instructions',
      ...(name !== '' && { name }),
      ...(commands.length > 0 && { steps: commands }),
    };
  });
}
