import { slug } from 'github-slugger';
import { dump } from 'js-yaml';
import { OUTCOMES } from '../exercises/exercise.ts';
import { fullName } from '../coverage/full-name.ts';
import type { Draft, DraftFacts } from './draft.ts';
import { plainLine } from './plain-line.ts';

/**
 * An exercise with a result for each test of the catalogue, and one for each technique there is no test of. Outcomes are
 * left open: until a person writes them down, lint says so and the exercise proves nothing.
 *
 * @param techniques In the order they are to be run; not empty.
 * @param actor Whom the exercise emulates.
 */
export function draftExercise(
  techniques: readonly DraftFacts[],
  actor: { id: string; name: string } | undefined,
): Draft {
  const names = techniques.map(({ technique, knowledge }) => fullName(technique, knowledge));
  const title = actor ? `Emulation of ${actor.name}` : `Test of ${names.join(', ')}`;
  const head = {
    title,
    date: techniques[0]?.now,
    environment: 'lab',
    ...(actor && { actors: [actor.id] }),
  };
  const text = [
    dump(head, { lineWidth: -1, flowLevel: 1 }),
    `# Write down each outcome, the misses too: ${OUTCOMES.join(', ')}.\n`,
    'results:\n',
    ...techniques.flatMap(resultsOf),
  ].join('');
  const file = actor ? `emulation-${actor.name}` : `test-${names.slice(0, 2).join(' ')}`;
  return { name: `${techniques[0]?.now.slice(0, 7) ?? ''}-${slug(plainLine(file))}.yaml`, text };
}

function resultsOf({ technique, knowledge, atomics }: DraftFacts): string[] {
  const of = `  - technique: ${technique.id}`;
  const outcome = '    outcome:\n';
  const known = atomics.filter(({ guid }) => guid !== undefined);
  if (known.length === 0)
    return [`  # ${fullName(technique, knowledge)}: a test of your own\n`, `${of}\n`, outcome];
  return known.flatMap(({ guid, name, platforms, executor, elevated }) => [
    `  # ${plainLine([name, ...platforms, executor ?? '', elevated ? 'elevated' : ''].filter(Boolean).join(', '))}\n`,
    `${of}\n    test: ${JSON.stringify(guid)}\n`,
    outcome,
  ]);
}
