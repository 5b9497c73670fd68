import { slug } from 'github-slugger';
import { dump } from 'js-yaml';
import { escapePath } from 'tinyglobby';
import type { Domain } from '../attack/domain.ts';
import type { Survey, TopFolder } from './survey.ts';

/** Where what is written next goes, when nothing of its kind is kept yet. */
const HOMES = { detections: 'detections', playbooks: 'playbooks', exercises: 'exercises' } as const;

/** Where `init` puts the schemas, and the config finds its own. */
export const SCHEMA_FOLDER = '.vscode/coverbook';

/** `coverbook.yaml` for what was found: the team's folders count, those of others never do. */
export function configText(
  { folders, threats }: Survey,
  { title, domains }: { title: string; domains: readonly Domain[] },
): string {
  const ours = folders.filter(({ use }) => use === 'source');
  const libraries = folders.filter(({ use }) => use === 'library');
  const homes = Object.entries(HOMES)
    .filter(([kind, home]) => {
      const isKept = ours.some((folder) => folder[kind as keyof typeof HOMES] > 0);
      return !isKept && !folders.some(({ name }) => name === home);
    })
    .map(([, home]) => `${home}/**`);
  const include = [...ours.flatMap(globsOf), ...homes];
  return [
    `# yaml-language-server: $schema=${SCHEMA_FOLDER}/coverbook.schema.json\n`,
    yaml({ title }),
    yaml({ attack: { domains } }, 2),
    '\nsources:\n',
    '  # What runs in production, what the team hunts for and what it tested. It counts as coverage.\n',
    item({ name: 'team', path: '.', role: 'deployed', include }),
    ...(libraries.length > 0
      ? [
          '  # Written by others or not deployed. It never counts, and is offered where there is a gap.\n',
          ...libraries.map(({ name }) => item({ name: sourceName(name), path: name, role: 'library' })),
        ]
      : []),
    ...(threats.length > 0 ? ['\n# Whom the team cares about: ranks the gaps.\n', yaml({ threats }, 1)] : []),
    '\ncoverage:\n',
    '  # How long a result of an exercise, and a hunt that was run or reviewed, go on counting.\n',
    '  proofWindow: 365d\n  playbookWindow: 180d\n',
  ].join('');
}

function globsOf({ name, extensions }: TopFolder): string[] {
  return name === '' ? extensions.map((extension) => `*${extension}`) : [`${escapePath(name)}/**`];
}

/** A name a source may have: `third_party` → `third-party`. */
function sourceName(folder: string): string {
  const name = slug(folder)
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
  return name === '' || name === 'team' ? 'library' : name;
}

/** A list that fills a line stands on it, a longer one below. */
const FULL_LINE = 100;

function item(source: Record<string, unknown>): string {
  const short = yaml(source, 1);
  const isShort = short.split('\n').every((line) => line.length <= FULL_LINE);
  const [first = '', ...rest] = (isShort ? short : yaml(source)).trimEnd().split('\n');
  return [`  - ${first}`, ...rest.map((line) => `    ${line}`), ''].join('\n');
}

function yaml(value: Record<string, unknown>, flowLevel = -1): string {
  return dump(value, { flowLevel, lineWidth: -1 });
}
