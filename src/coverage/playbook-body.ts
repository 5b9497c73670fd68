import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Analytic, Technique } from '../attack/facts.ts';
import { fullName } from './full-name.ts';
import type { NeededLog, StartParts, TechniqueUser } from './gap.ts';
import { listed } from './wording.ts';

interface Parts {
  technique: Technique;
  knowledge: KnowledgeBase;
  users: readonly TechniqueUser[];
  platforms: readonly string[];
  hypothesis: string;
  closes: StartParts;
}

/** Most rules, tests and logs a section lists. */
const MOST = 5;

/** The headings of a hunt (PEAK's, with its ABLE table), filled in as far as the facts go; Markdown. */
export function playbookBody({ technique, knowledge, users, platforms, hypothesis, closes }: Parts): string {
  const { library, atomics, logSources, analytics = [] } = closes;
  const actors = users.map(({ id, name }) => (id === name ? name : `${name} (${id})`));
  const dark = logSources.filter(({ collected }) => collected === false);
  return [
    '## Hypothesis',
    hypothesis,
    '## ABLE',
    [
      '| Element | For this hunt |',
      '| --- | --- |',
      row('Actor', actors.length > 0 ? listed(actors, MOST) : 'Nobody in particular'),
      row('Behaviour', `${fullName(technique, knowledge)} (${technique.id})`),
      row(
        'Location',
        platforms.length > 0 ? platforms.join(', ') : 'Outside our own systems, or to be decided',
      ),
      row('Evidence', evidence(logSources)),
    ].join('\n'),
    '## Preparation',
    [
      'Write down who does this as part of their work, from where, and how often.',
      dataStep(logSources),
      ...(analytics.length > 0 ? [`Read ATT&CK’s analytics: ${listed(analytics.map(analytic), MOST)}.`] : []),
      ...(library.length > 0
        ? [
            `Read what others look for: ${listed(
              library.map(({ title, path }) => `“${inline(title)}” (\`${path}\`)`),
              3,
            )}.`,
          ]
        : []),
    ]
      .map((step, at) => `${at + 1}. ${step}`)
      .join('\n'),
    '## Execution',
    '1. Count the behaviour over 30 days by host, user and program; what many share comes last.\n' +
      '2. Take away what the preparation explains. Look at every event that is left.\n' +
      '3. For each, follow the host and the user an hour back and an hour on.',
    '## Analysis',
    'An event is harmless when its owner explains it and the explanation holds for the whole chain. All others are findings.',
    '## False positives',
    'To be filled in by the first run.',
    '## Blind spots',
    dark.length > 0
      ? `Not collected today: ${listed(
          dark.map(({ component }) => component.name),
          MOST,
        )}.`
      : 'Systems that send none of the data above.',
    '## Validation',
    atomics.length > 0
      ? `Run one of these first; the hunt must find it:\n\n${atomics
          .slice(0, MOST)
          .map(({ name, guid }) => `- ${inline(name)}${guid === undefined ? '' : ` (${guid})`}`)
          .join('\n')}`
      : 'Do it once on a test system; the hunt must find it.',
    '## Response',
    'Keep the host and the account as they are, tell the incident lead, and note the run above.',
  ]
    .join('\n\n')
    .concat('\n');
}

function evidence(logSources: readonly NeededLog[]): string {
  if (logSources.length === 0) return 'ATT&CK names no data for it; to be decided';
  return listed(
    logSources.map(({ component }) => component.name),
    MOST,
  );
}

function dataStep(logSources: readonly NeededLog[]): string {
  if (logSources.length === 0) return 'Find out which data would show it.';
  if (logSources.every(({ collected }) => collected === undefined))
    return 'Check that the data above reaches the platform the hunt runs on, for every system in its location.';
  const there = logSources.filter(({ collected }) => collected).map(({ component }) => component.name);
  const said =
    there.length > 0
      ? `Collected today: ${listed(there, MOST)}.`
      : 'None of the data above is collected today.';
  return `${said} Check that it reaches back far enough.`;
}

function analytic({ id, platforms }: Analytic): string {
  return platforms.length === 0 ? id : `${id} (${platforms.join(', ')})`;
}

function row(element: string, text: string): string {
  return `| ${element} | ${text.replaceAll('|', '\\|')} |`;
}

/** Titles of other people's files, without what Markdown would read as markup. */
function inline(text: string): string {
  return text
    .replaceAll(/[<>\\`|]/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
