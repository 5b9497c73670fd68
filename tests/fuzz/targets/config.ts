import { ConfigError } from '../../../src/workspace/config-error.ts';
import { parseConfig } from '../../../src/workspace/load-config.ts';
import { mutatedFile, type Seed } from '../mutated-file.ts';
import { aTarget, type Target } from '../target.ts';

const SEEDS: readonly [Seed, ...Seed[]] = [
  {
    extension: '.yaml',
    text: `title: Example
site: https://soc.example.org
base: /coverage
now: '2026-06-01'
attack: { version: '19.1', domains: [enterprise, ics], bundles: [a.json.gz] }
sources:
  - { name: team, path: content, role: deployed, exclude: ['**/old/**'] }
  - { name: sigmahq, git: https://github.com/SigmaHQ/sigma.git, ref: main, include: ['rules/**'], role: library, maxBytes: 1000 }
threats: [content/threats/*.yaml]
coverage: { proofWindow: 365d, playbookWindow: 180d }
`,
  },
  {
    extension: '.yaml',
    text: 'title: A\nsources: [{ name: a, path: . }]\nlint: { rules: { mapping/revoked: off } }\n',
  },
];

/** A config that a pull request brings: it is taken, or refused in words. */
export const configTarget: Target = aTarget('config', mutatedFile(SEEDS), async ({ bytes }) => {
  try {
    const config = await parseConfig(bytes.toString('utf8'), '/team/coverbook.yaml');
    if (config.root !== '/team') throw new Error('The config says where it lies.');
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    if (error.message.trim() === '') throw new Error('A refusal without a word.', { cause: error });
  }
});
