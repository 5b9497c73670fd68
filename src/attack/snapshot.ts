import { AttackError } from './attack-error.ts';
import type { Analytic, AttackFacts, IdPair, Software, Technique } from './facts.ts';
import { parentId } from './ids.ts';
import { byCodeUnit } from './order.ts';
import {
  SNAPSHOT_FORMAT,
  SNAPSHOT_VERSION,
  joinIds,
  snapshotSchema,
  splitIds,
  usualAnalyticName,
  type Snapshot,
} from './snapshot-format.ts';

/** Facts as the text of a snapshot file. The same facts give the same text. */
export function encodeSnapshot(facts: AttackFacts): string {
  const logSources = [
    ...new Set(facts.analytics.flatMap((analytic) => analytic.logSources.map(({ name }) => name))),
  ].sort(byCodeUnit);
  const logNumbers = new Map(logSources.map((name, index) => [name, index]));
  const snapshot: Snapshot = {
    format: SNAPSHOT_FORMAT,
    schemaVersion: SNAPSHOT_VERSION,
    domain: facts.domain,
    version: facts.version,
    tactics: facts.tactics.map(({ id, shortname, name }) => [id, shortname, name]),
    techniques: facts.techniques.map(encodeTechnique),
    groups: facts.groups.map(({ id, name, aliases }) => [id, name, aliases]),
    campaigns: facts.campaigns.map(({ id, name, aliases }) => [id, name, aliases]),
    malware: encodeSoftware(facts.software, 'malware'),
    tools: encodeSoftware(facts.software, 'tool'),
    mitigations: facts.mitigations.map(({ id, name }) => [id, name]),
    dataComponents: facts.dataComponents.map(({ id, name }) => [id, name]),
    detectionStrategies: facts.detectionStrategies.map(({ id, name, analytics }) => [
      id,
      name,
      joinIds(analytics),
    ]),
    logSources,
    analytics: facts.analytics.map((analytic) => encodeAnalytic(analytic, logNumbers)),
    uses: grouped(facts.uses),
    attributions: grouped(facts.attributions),
    mitigates: grouped(facts.mitigates),
    detects: grouped(facts.detects),
  };
  const fields = Object.entries(snapshot).map(([key, value]) => `${JSON.stringify(key)}:${lines(value)}`);
  return `{\n${fields.join(',\n')}\n}\n`;
}

/**
 * Reads the text of a snapshot file.
 *
 * @param name What the text was read from, for errors.
 * @throws AttackError when it is no snapshot, or one of another version of this format.
 */
export function decodeSnapshot(text: string, name: string): AttackFacts {
  const snapshot = check(text, name);
  return {
    domain: snapshot.domain,
    version: snapshot.version,
    tactics: snapshot.tactics.map(([id, shortname, name]) => ({ id, shortname, name })),
    techniques: snapshot.techniques.map(decodeTechnique),
    groups: snapshot.groups.map(([id, name, aliases]) => ({ id, name, aliases })),
    campaigns: snapshot.campaigns.map(([id, name, aliases]) => ({ id, name, aliases })),
    software: [
      ...snapshot.malware.map((row) => decodeSoftware(row, 'malware')),
      ...snapshot.tools.map((row) => decodeSoftware(row, 'tool')),
    ].sort((a, b) => byCodeUnit(a.id, b.id)),
    mitigations: snapshot.mitigations.map(([id, name]) => ({ id, name })),
    dataComponents: snapshot.dataComponents.map(([id, name]) => ({ id, name })),
    detectionStrategies: snapshot.detectionStrategies.map(([id, name, analytics]) => ({
      id,
      name,
      analytics: splitIds(analytics),
    })),
    analytics: snapshot.analytics.map((row) => decodeAnalytic(row, snapshot.logSources)),
    uses: pairs(snapshot.uses),
    attributions: pairs(snapshot.attributions),
    mitigates: pairs(snapshot.mitigates),
    detects: pairs(snapshot.detects),
  };
}

function check(text: string, name: string): Snapshot {
  const hint = 'Make it anew: coverbook attack import FILE|URL.';
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (cause) {
    throw new AttackError(`The ATT&CK snapshot ${name} is damaged: ${(cause as Error).message}`, hint, {
      cause,
    });
  }
  const result = snapshotSchema.safeParse(content);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new AttackError(
    `${name} is no ATT&CK snapshot this version reads: \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? ''}`,
    hint,
  );
}

function encodeTechnique(technique: Technique): Snapshot['techniques'][number] {
  const { id, name, tactics, platforms, version = '', state, revokedBy, successors } = technique;
  const fate = successors ? joinIds(successors) : (revokedBy ?? state);
  return [id, name, tactics, platforms, version, state === 'active' ? '' : fate];
}

function decodeTechnique([
  id,
  name,
  tactics,
  platforms,
  version,
  fate,
]: Snapshot['techniques'][number]): Technique {
  const parent = parentId(id);
  const isRevoked = fate !== '' && fate !== 'deprecated';
  const successors = isRevoked && fate !== 'revoked' ? splitIds(fate) : [];
  const [revokedBy] = successors;
  return {
    id,
    name,
    tactics,
    platforms,
    ...(parent !== undefined && { parent }),
    ...(version !== '' && { version }),
    state: isRevoked ? 'revoked' : fate === 'deprecated' ? 'deprecated' : 'active',
    ...(revokedBy !== undefined && { revokedBy }),
    ...(successors.length > 1 && { successors }),
  };
}

function encodeSoftware(software: readonly Software[], kind: Software['kind']): Snapshot['malware'] {
  return software
    .filter((one) => one.kind === kind)
    .map(({ id, name, aliases, platforms }) => [id, name, aliases, platforms]);
}

function decodeSoftware(
  [id, name, aliases, platforms]: Snapshot['malware'][number],
  kind: Software['kind'],
): Software {
  return { id, name, kind, aliases, platforms };
}

function encodeAnalytic(
  { id, name, platforms, dataComponents, logSources }: Analytic,
  logNumbers: ReadonlyMap<string, number>,
): Snapshot['analytics'][number] {
  const logs = logSources.map((log) => `${log.dataComponent}:${logNumbers.get(log.name) ?? ''}`);
  return [id, name === usualAnalyticName(id) ? '' : name, platforms, joinIds(dataComponents), joinIds(logs)];
}

function decodeAnalytic(
  [id, name, platforms, dataComponents, logs]: Snapshot['analytics'][number],
  logNames: readonly string[],
): Analytic {
  return {
    id,
    name: name === '' ? usualAnalyticName(id) : name,
    platforms,
    dataComponents: splitIds(dataComponents),
    logSources: splitIds(logs).flatMap((log) => {
      const [dataComponent = '', number = ''] = log.split(':');
      const logName = logNames[Number(number)];
      return logName === undefined ? [] : [{ name: logName, dataComponent }];
    }),
  };
}

/** Pairs sorted by their first id, as facts hold them, gathered by it. */
function grouped(pairs: readonly IdPair[]): Snapshot['uses'] {
  return [...Map.groupBy(pairs, ([who]) => who)].map(([who, all]) => [
    who,
    joinIds(all.map(([, what]) => what)),
  ]);
}

function pairs(groups: Snapshot['uses']): IdPair[] {
  const all: IdPair[] = [];
  for (const [who, ids] of groups) for (const what of splitIds(ids)) all.push([who, what]);
  return all;
}

function lines(value: Snapshot[keyof Snapshot]): string {
  if (!Array.isArray(value)) return JSON.stringify(value);
  return value.length === 0 ? '[]' : `[\n${value.map((row) => JSON.stringify(row)).join(',\n')}\n]`;
}
