import { basename } from 'node:path/posix';
import picomatch from 'picomatch';
import type { FileFinding } from '../findings/finding.ts';
import type { FileContent, ThreatProfileDraft } from '../readers/reader.ts';
import type { Ingredients, ReadSource } from './assemble.ts';
import { configPath } from './config-path.ts';
import { CONFIG_SOURCE } from './config-source.ts';
import type { PendingFinding } from './pending-finding.ts';
import type { ReadFile } from './read-content.ts';

/** A profile of a file, before anything of it is resolved. */
export interface FoundProfile {
  source: ReadSource['source'];
  path: string;
  draft: ThreatProfileDraft;
}

/** What the globs of a config make of the profiles that lie in its sources. */
export interface ChosenProfiles {
  /** In the order of the globs, then of the files; each once. */
  chosen: FoundProfile[];
  /** Files with profiles that no glob names, and how an account of files calls them. */
  notNamed: ReadonlyMap<FileContent, string>;
  /** A config that names a file which is not there would silently fall back to all groups of ATT&CK. */
  findings: PendingFinding[];
}

interface Candidate extends ReadFile {
  source: ReadSource['source'];
  /** Path relative to the config; in a Git repository, relative to that. */
  place: string;
}

/** The profiles a config names, among the files of its sources, by their path relative to the config. */
export function chooseProfiles({ config, sources }: Pick<Ingredients, 'config' | 'sources'>): ChosenProfiles {
  // Where no glob asks for files, those without a profile are of no interest, and there are thousands of them.
  const isWanted = ({ content }: ReadFile): boolean =>
    config.threats.length > 0 || content.threats.length > 0;
  const files = sources.flatMap(({ source, contents }) =>
    contents.filter(isWanted).map((read): Candidate => ({
      ...read,
      source,
      place: configPath(config.root, source.spec, read.file.path),
    })),
  );
  const named = new Set<Candidate>();
  const findings: PendingFinding[] = [];
  for (const [index, glob] of config.threats.entries()) {
    const matches = picomatch(glob.replace(/^\.\//, ''));
    const matched = files.filter(({ place }) => matches(place));
    const profiles = matched.filter(({ content }) => content.threats.length > 0);
    if (profiles.length === 0) {
      findings.push({
        finding: { ...noProfile(glob, matched), source: CONFIG_SOURCE, path: basename(config.file) },
        at: { ordinal: 0, pointer: ['threats', index] },
      });
    }
    for (const profile of profiles) named.add(profile);
  }
  return {
    chosen: [...named].flatMap(({ source, file, content }) =>
      content.threats.map((draft) => ({ source, path: file.path, draft })),
    ),
    notNamed: new Map(
      files
        .filter((file) => file.content.threats.length > 0 && !named.has(file))
        .map(({ content }) => [
          content,
          `that hold ${KINDS[content.threats[0]?.format ?? 'coverbook']} the config does not name`,
        ]),
    ),
    findings,
  };
}

const KINDS: Record<ThreatProfileDraft['format'], string> = {
  coverbook: 'threat profiles',
  stix: 'STIX bundles',
  navigator: 'Navigator layers',
  'dettect-groups': 'DeTT&CT groups',
};

function noProfile(glob: string, matched: readonly Candidate[]): FileFinding {
  const [first] = matched;
  const what = first?.content.ignored ?? 'that hold nothing a threat profile is made of';
  return {
    rule: 'threats/no-profile',
    severity: 'error',
    message: `Unexpected \`${glob}\` under \`threats\`, expected a glob that matches a threat profile`,
    hint: first
      ? `It matches files ${what}, such as \`${first.place}\`.`
      : 'Write it relative to the config, and have the folder among the sources; until then it names nothing.',
  };
}
