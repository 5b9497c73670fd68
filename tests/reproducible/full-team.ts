import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { sigmaRule, TEAM_FILES } from '../cli/team.ts';
import { SEEDS } from '../fuzz/format-seeds.ts';
import { makeRepository, temporaryFolder, type Files } from '../git-repository.ts';

/** Titles that sort otherwise in Turkish, Swedish or by code unit, and upper and lower case of which differ by language. */
const TITLES = [
  'Äpple',
  'ångström',
  'Zebra',
  'zebra',
  'IİıiI',
  'İzmir',
  'Straße',
  'öl',
  'Ölåge',
  'résumé',
  'Ｆｕｌｌ',
  '例',
];

const MDX = `---
title: A hunt with components
hypothesis: An intruder loads a program into a controller outside of the hours of maintenance.
techniques: [T0843]
status: active
created: 2026-05-01
cadence: 90d
---

## Hypothesis

<TechniqueCard id="T0843" />

## Execution

1. Count the transfers of 1,234.5 hours.

\`\`\`kql
DeviceEvents | where Timestamp > ago(7d) | summarize count() by DeviceName
\`\`\`
`;

/**
 * What a team may have: rules, hunts, exercises and profiles of every format there is, and MDX.
 *
 * @param domains As the config writes them.
 */
export function fullTeam(domains: string): Files {
  return {
    ...TEAM_FILES,
    'coverbook.yaml': `title: Team
site: https://soc.example.org
base: /coverage
attack: { domains: [${domains}] }
sources:
  - { name: team, path: content }
  - { name: committed, git: ., include: ['content/detections/**'], role: library }
threats: [content/threats.yaml]
`,
    'content/threats.yaml':
      'id: ours\ntitle: Ours\nactors:\n  - { actor: Sandworm Team, weight: 3 }\n  - { actor: Dragonfly }\n',
    'content/playbooks/components.mdx': MDX,
    ...Object.fromEntries(
      Object.entries(SEEDS).map(([id, { extension, text }]) => [`content/formats/${id}${extension}`, text]),
    ),
    ...Object.fromEntries(
      TITLES.map((title, at) => [
        `content/titles/${title}.yml`,
        sigmaRule(title, [at % 2 === 0 ? 'attack.t0843' : 'attack.t0845']),
      ]),
    ),
  };
}

/** Writes the files into a repository in the order given, and commits them; the commits are the same in any order. */
export function committedTeam(files: Files, folder = temporaryFolder()): string {
  const repository = makeRepository({ folder });
  for (const [path, content] of Object.entries(files)) repository.write({ [path]: content });
  repository.commit({}, '2026-10-01T10:00:00Z');
  repository.commit(
    { 'content/titles/later.yml': sigmaRule('Later', ['attack.t0855']) },
    '2026-11-01T10:00:00Z',
  );
  return folder;
}

/** A copy of this checkout at another place; gives the path of its command. */
export function anotherCheckout(): string {
  const folder = join(temporaryFolder(), 'deep/er/checkout of Coverbook');
  mkdirSync(folder, { recursive: true });
  for (const part of [
    'src',
    'scripts',
    'content/docs',
    'public',
    'schemas',
    'package.json',
    'astro.config.mjs',
    'tsconfig.json',
  ])
    cpSync(resolve(part), join(folder, part), { recursive: true });
  symlinkSync(resolve('node_modules'), join(folder, 'node_modules'));
  return join(folder, 'scripts/coverbook.mjs');
}
