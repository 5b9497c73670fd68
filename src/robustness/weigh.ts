import type { FieldClass } from './field-class.ts';
import { indicatorIn, isPublicAddress } from './indicators.ts';
import { RUNGS } from './judgement.ts';
import type { Predicate } from './query-tree.ts';
import {
  isSystemFile,
  isSystemKey,
  isSystemPipe,
  isSystemService,
  isWritableFolder,
} from './system-places.ts';
import { systemProgram, type SystemProgram } from './system-programs.ts';
import { baseName, weighFile, weighModule, weighProgram } from './weigh-name.ts';
import { BY_INDICATOR, weighText } from './weigh-text.ts';
import { type Weight, WEIGHTS } from './weight.ts';

export interface Surroundings {
  /** The program of the system the same event must name. */
  program?: SystemProgram | undefined;
  parentProgram?: SystemProgram | undefined;
  /** The same event must touch a key of the system: other conditions on the key are parts of one. */
  systemKey?: boolean | undefined;
  /** What a field only has to have is looked up in a list of indicators. */
  comparesLists?: boolean | undefined;
  /** Requests to our own servers. */
  inbound?: boolean | undefined;
  /** Logs in which a device writes its own words and nothing else. */
  deviceLog?: boolean | undefined;
}

type WeighValue = (value: string, around: Surroundings) => Weight;
const always =
  (weight: Weight): WeighValue =>
  () =>
    weight;

/** Ports below 1024 and those of remote administration: the service of the other side has them, not a C2 server. */
const SERVICE_PORTS = new Set([
  '3389',
  '5985',
  '5986',
  '5900',
  '5432',
  '3306',
  '1433',
  '2375',
  '2376',
  '6443',
  '8443',
  '47001',
]);
const SERVED_PORTS = new Set([
  '21',
  '22',
  '23',
  '53',
  '88',
  '111',
  '135',
  '137',
  '138',
  '139',
  '161',
  '389',
  '445',
  '464',
  '593',
  '636',
  '873',
]);
const WELL_KNOWN_ACCOUNT =
  /^(?:\d+$|\*?\$|s-1-5-|.*(?:author|autor|system|service|root|admin|krbtgt|guest|anonymous|local|network|dwm-|umfd-|nobody|www-data|apache|nginx|iis|defaultapppool|administra))/;

const BY_CLASS: Record<FieldClass, WeighValue> = {
  'file-hash': (value) => (value.includes('imphash') ? WEIGHTS.importHash : WEIGHTS.hash),
  'import-hash': always(WEIGHTS.importHash),
  ip: (value) => (isPublicAddress(value) ? WEIGHTS.ip : WEIGHTS.where),
  domain: always(WEIGHTS.domain),
  url: (value, { inbound }) => {
    if (inbound === true)
      return /^\*?\/?[\w.%-]*\/|^\/[\w.-]{3,}|\.(?:aspx?|php|jsp|do|cgi|action)\b/.test(value)
        ? WEIGHTS.application
        : WEIGHTS.url;
    return indicatorIn(value) === 'ip'
      ? WEIGHTS.ip
      : indicatorIn(value) !== undefined
        ? WEIGHTS.domain
        : WEIGHTS.url;
  },
  'user-agent': always(WEIGHTS.userAgent),
  email: always(WEIGHTS.domain),
  certificate: (value) => (indicatorIn(value) === 'hash' ? WEIGHTS.hash : WEIGHTS.certificate),
  'file-name': weighFile,
  'file-path': weighFile,
  'file-extension': always(WEIGHTS.fileName),
  'process-image': (value) => weighProgram(value),
  'parent-image': (value) => weighProgram(value),
  'process-target': (value) => weighProgram(value, WEIGHTS.systemTarget),
  module: weighModule,
  pipe: (value) => (isSystemPipe(value) ? WEIGHTS.systemPipe : WEIGHTS.pipeName),
  'original-file-name': (value) =>
    systemProgram(baseName(value)) === undefined ? WEIGHTS.compiledName : WEIGHTS.systemProgramByName,
  'file-metadata': (value) =>
    /\b(?:microsoft|windows)\b/.test(value) || systemProgram(value) !== undefined
      ? WEIGHTS.systemProgramByName
      : WEIGHTS.compiledName,
  signature: (value) =>
    /^(?:true|false|0|1|valid|invalid|expired|revoked|unavailable|error.*|trusted|untrusted|unsigned|not ?signed|notsigned|-|\?|n\/a)$/.test(
      value,
    )
      ? WEIGHTS.unsigned
      : WEIGHTS.signer,
  model: always(WEIGHTS.model),
  'detection-name': always(WEIGHTS.detectionName),
  'command-line': (value, { program }) => weighText(value, program),
  'parent-command-line': (value, { parentProgram }) => weighText(value, parentProgram),
  'script-text': (value) => weighText(value, 'interpreter'),
  parameter: (value) => {
    const indicator = indicatorIn(value);
    return indicator === undefined ? WEIGHTS.operation : BY_INDICATOR[indicator];
  },
  payload: (value, { program }) => weighText(value, program),
  registry: (value, { systemKey }) =>
    isSystemKey(value) || isSystemFile(value) || (systemKey === true && !isWritableFolder(value))
      ? WEIGHTS.systemKey
      : WEIGHTS.keyName,
  'registry-data': (value) =>
    /^\(?(?:dword|qword|binary data|0x|\d+$|\(empty\)|enabled|disabled|true|false)/.test(value)
      ? WEIGHTS.where
      : weighData(value),
  service: (value) =>
    isSystemService(value) || systemProgram(value) !== undefined
      ? WEIGHTS.systemService
      : WEIGHTS.serviceName,
  task: (value) => (value.includes('\\microsoft\\windows\\') ? WEIGHTS.systemService : WEIGHTS.serviceName),
  object: (value) => (/^(?:[a-z]:|\\device\\|\/)/.test(value) ? weighFile(value) : WEIGHTS.object),
  access: always(WEIGHTS.access),
  'call-trace': always(WEIGHTS.access),
  'event-id': always(WEIGHTS.event),
  'event-action': always(WEIGHTS.event),
  'event-outcome': always(WEIGHTS.event),
  'event-detail': always(WEIGHTS.event),
  user: (value) => (WELL_KNOWN_ACCOUNT.test(value) || value.endsWith('$') ? WEIGHTS.event : WEIGHTS.account),
  'user-detail': always(WEIGHTS.event),
  host: always(WEIGHTS.where),
  port: (value) => (SERVICE_PORTS.has(value) || SERVED_PORTS.has(value) ? WEIGHTS.where : WEIGHTS.port),
  protocol: always(WEIGHTS.where),
  country: always(WEIGHTS.ip),
  selector: always(WEIGHTS.where),
  count: always(WEIGHTS.event),
};

/** Data of a registry value or a setting: a word the system defines is not the adversary's. */
function weighData(value: string): Weight {
  const weight = weighText(value, undefined);
  return weight.kind === 'weighed' && weight.rung === 'tool' ? WEIGHTS.data : weight;
}

/** Text looked for in the whole event tells only where its form does. */
function weighKeyword(value: string, { deviceLog }: Surroundings): Weight {
  const indicator = indicatorIn(value);
  if (indicator !== undefined) return BY_INDICATOR[indicator];
  if (deviceLog === true) return WEIGHTS.event;
  if (isSystemKey(value) || isSystemFile(value)) return WEIGHTS.systemFile;
  const weight = weighText(value, undefined);
  return weight === WEIGHTS.argument ? WEIGHTS.prose : weight;
}

/**
 * One condition. Of its values any is enough to match, so all must be given up to evade it: the strongest decides.
 *
 * @param fieldClass undefined for a field no dictionary knows.
 */
export function weigh(
  predicate: Predicate,
  fieldClass: FieldClass | undefined,
  around: Surroundings,
): Weight {
  const { comparison, field } = predicate;
  if (comparison === 'keyword' || field === '')
    return strongest(predicate, (value) => weighKeyword(value, around));
  if (fieldClass === undefined) return { kind: 'unknown', why: `\`${field}\` is in no dictionary` };
  if (comparison === 'exists') return (around.comparesLists && LISTED[fieldClass]) || WEIGHTS.where;
  // A size, an age, a score: a number held against another is no name.
  if (comparison === 'greater-or-less') return MEASURED.has(fieldClass) ? WEIGHTS.event : WEIGHTS.where;
  return strongest(predicate, (value) => BY_CLASS[fieldClass](value, around));
}

/** Classes whose numbers say what was done, and how often. */
const MEASURED = new Set<FieldClass>(['count', 'event-id', 'event-action', 'event-outcome', 'event-detail']);

/** What lists of indicators hold. */
const LISTED: Partial<Record<FieldClass, Weight>> = {
  'file-hash': WEIGHTS.hash,
  ip: WEIGHTS.ip,
  domain: WEIGHTS.domain,
  url: WEIGHTS.domain,
};

/** A name of a host, whatever its top level: `0x0.st`. */
const HOST = /^\W*[\w-]+(?:\.[\w-]+)+\W*$/;

function strongest({ values, comparison }: Predicate, weighValue: (value: string) => Weight): Weight {
  const weights = values.map((written) => {
    const value = (comparison === 'matches' ? withoutEscapes(written) : written).toLowerCase();
    return { value, weight: /^[*%?]*$/.test(value) ? WEIGHTS.where : weighValue(value) };
  });
  // In a list of hosts `transfer.sh` is one, and no script.
  const isHosts = weights.filter(({ weight }) => weight === WEIGHTS.domain).length * 2 > weights.length;
  return weights
    .map(({ value, weight }) => (isHosts && HOST.test(value) ? WEIGHTS.domain : weight))
    .reduce(stronger, NOTHING);
}

const NOTHING: Weight = { kind: 'unknown', why: 'no value' };

/** `given` cannot be changed at all; what nobody knows is not taken for strength. */
function stronger(one: Weight, other: Weight): Weight {
  if (one.kind === 'given') return one;
  if (one.kind === 'unknown' || other.kind === 'given') return other;
  if (other.kind === 'unknown') return one;
  const [a, b] = [RUNGS.indexOf(one.rung), RUNGS.indexOf(other.rung)];
  return b > a || (b === a && other.level > one.level) ? other : one;
}

/** A regular expression as the text it mostly is: `\\mshta\.exe` matches what `\mshta.exe` says. */
function withoutEscapes(pattern: string): string {
  return pattern.replace(/^\(\?i\)|^\^|\$$/g, '').replace(/\\([^\w\s])/g, '$1');
}
