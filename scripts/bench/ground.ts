import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { measure, type Cost } from './measure.ts';
import { run } from './run.ts';
import { writeRules } from './write-rules.ts';

/** What SigmaHQ ships as rules. */
export const SIGMA_GLOBS = [
  'rules/**',
  'rules-emerging-threats/**',
  'rules-threat-hunting/**',
  'rules-compliance/**',
];

/** Name of the source → archive of it. */
const ARCHIVES = {
  elastic: 'elastic-rules',
  splunk: 'splunk-detections',
  panther: 'panther-rules',
  falco: 'falco-rules',
  chronicle: 'chronicle-community',
  kql: 'kql-markdown',
  car: 'car-analytics',
  otrf: 'threathunter-playbook',
  atomics: 'atomic-red-team',
  regression: 'sigma-regression-info',
};

/** All of ATT&CK: public rules map to each of its domains. */
export const EVERY_DOMAIN = { attack: { domains: ['enterprise', 'mobile', 'ics'] } };

/** A folder to measure in, with a cache of its own. It is gone when the process ends. */
export class Ground {
  readonly folder = mkdtempSync(join(tmpdir(), 'coverbook-bench-'));
  readonly cli = resolve(import.meta.dirname, '../coverbook.mjs');
  readonly cache = join(this.folder, 'cache');
  /** Where this checkout keeps compiled pages. */
  readonly #compiled = resolve(import.meta.dirname, '../../node_modules/.cache/coverbook');
  #hasCompiled = false;

  constructor() {
    process.once('exit', () => {
      rmSync(this.folder, { recursive: true, force: true });
    });
  }

  /** Measures a command of Coverbook. */
  coverbook(...args: string[]): Cost {
    return measure([this.cli, ...args], { COVERBOOK_CACHE: this.cache });
  }

  /** Measures one, and the memory of all its processes. */
  watched(...args: string[]): Cost {
    return measure([this.cli, ...args], { COVERBOOK_CACHE: this.cache }, { whole: true });
  }

  /** Forgets what earlier runs kept: all of it, or one part. Compiled pages stay, as they come with the package. */
  forget(part = ''): void {
    rmSync(join(this.cache, part), { recursive: true, force: true });
  }

  /** Sees to it that pages are compiled before what is measured, as they are in the package. */
  compilePages(): void {
    if (this.#hasCompiled) return;
    const path = this.#once('no-rules', (folder) => {
      mkdirSync(folder);
    });
    const config = this.config('no-rules', [{ name: 'none', path }], { attack: { domains: ['ics'] } });
    this.coverbook('build', '--quiet', '--config', config, '--out', join(this.folder, 'no-pages'));
    this.#hasCompiled = true;
  }

  /** Leaves none. */
  forgetCompiledPages(): void {
    rmSync(this.#compiled, { recursive: true, force: true });
    this.#hasCompiled = false;
  }

  /** Writes a config of these sources and gives its path. */
  config(name: string, sources: readonly object[], more: object = {}): string {
    const file = join(this.folder, `${name}.yaml`);
    writeFileSync(file, JSON.stringify({ title: 'Benchmark', sources, ...more }));
    return file;
  }

  /** SigmaHQ's repository with its history. */
  sigma(): string {
    return this.#once('sigma', (folder) => {
      run('git', ['clone', '-q', join(publicRules(), 'sigma-rules-history.bundle'), folder]);
    });
  }

  /** Elastic's rules and hunts, as a folder. */
  elastic(): string {
    return this.unpacked('elastic-rules');
  }

  /** A public rule set that is an archive, as a folder. */
  unpacked(archive: string): string {
    return this.#once(archive, (folder) => {
      mkdirSync(folder);
      run('tar', ['xzf', join(publicRules(), `${archive}.tar.gz`), '-C', folder]);
    });
  }

  /** Every public rule set as a source. */
  everything(): { name: string; git?: string; path?: string }[] {
    const archives = Object.entries(ARCHIVES).map(([name, archive]) => ({
      name,
      path: this.unpacked(archive),
    }));
    return [{ name: 'sigmahq', git: this.sigma() }, ...archives];
  }

  /** A repository of so many generated rules. */
  generated(count: number): string {
    return this.#once(`generated-${String(count)}`, (folder) => {
      writeRules(folder, count);
    });
  }

  #once(name: string, make: (folder: string) => void): string {
    const folder = join(this.folder, name);
    if (!existsSync(folder)) make(folder);
    return folder;
  }
}

/** The source Elastic's rules are read as. */
export const elasticSource = (ground: Ground): object => ({
  name: 'elastic',
  path: ground.elastic(),
  include: ['rules/**', 'rules_building_block/**', 'hunting/**'],
});

/**
 * The folder of the public rule sets.
 *
 * @throws Error that says how to name it.
 */
function publicRules(): string {
  const folder = resolve(
    process.env['COVERBOOK_CORPORA'] ?? join(import.meta.dirname, '../../../shared'),
    'corpora',
  );
  if (existsSync(folder)) return folder;
  throw new Error('The benchmark needs the public rule sets: name their folder in COVERBOOK_CORPORA.');
}
