import { knownPlatform } from '../attack/platform-names.ts';
import type { FileFinding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { unknownPlatform } from '../scope/unknown-platform.ts';
import type { CollectedLogDraft } from './collected-log.ts';
import { resolveLog, type LogVocabulary } from './resolve.ts';

/** A finding on a log, before anyone looks up which line its pointer leads to. */
export interface LogFinding {
  finding: Omit<FileFinding, 'range'>;
  at: { ordinal: number; pointer: Pointer };
}

/** Names in the logs of one file that no loaded domain knows: each log would silently show nothing. */
export function checkLogs(drafts: readonly CollectedLogDraft[], vocabulary: LogVocabulary): LogFinding[] {
  const told = new Set<string>();
  return drafts.flatMap((draft) => {
    const at = { ordinal: draft.ordinal, pointer: draft.pointer };
    return [...unknownData(draft, vocabulary), ...unknownPlatforms(draft, vocabulary, told)].map(
      (finding) => ({ finding, at }),
    );
  });
}

function unknownData(draft: CollectedLogDraft, vocabulary: LogVocabulary): LogFinding['finding'][] {
  if (resolveLog(draft, vocabulary).components.length > 0) return [];
  return [
    {
      rule: 'visibility/unknown-data',
      severity: 'warning',
      message: `Unexpected data \`${draft.dataComponent}\`, expected a data component or a log of the loaded ATT&CK version`,
      hint: hintFor(draft.dataComponent, vocabulary),
    },
  ];
}

/** @param told Platforms there is a finding on already; added to. */
function unknownPlatforms(
  { platforms }: CollectedLogDraft,
  { platforms: known }: LogVocabulary,
  told: Set<string>,
): LogFinding['finding'][] {
  if (known.length === 0) return [];
  return platforms.flatMap((platform): LogFinding['finding'][] => {
    if (told.has(platform) || knownPlatform(platform, known) !== undefined) return [];
    told.add(platform);
    return [
      { rule: 'visibility/unknown-platform', severity: 'warning', ...unknownPlatform(platform, known) },
    ];
  });
}

function hintFor(name: string, { knowledge, logs }: LogVocabulary): string {
  const names = [...logs.values()].map((log) => log.name);
  const suffix = `:${name.trim().toLowerCase()}`;
  const components = [...knowledge.values()].flatMap(({ facts }) => facts.dataComponents);
  const near =
    names.find((log) => log.toLowerCase().endsWith(suffix)) ??
    nearest(name, [...components.map((component) => component.name), ...names]);
  return near === undefined
    ? 'Name a data component (`Process Creation`, `DC0032`) or a log as ATT&CK does (`WinEventLog:Sysmon`).'
    : `Did you mean \`${near}\`?`;
}
