import type { FieldClass } from './field-class.ts';
import { indicatorIn, isPublicAddress } from './indicators.ts';
import type { Surroundings } from './surroundings.ts';
import {
  isSystemFile,
  isSystemKey,
  isSystemPipe,
  isSystemService,
  isWritableFolder,
} from './system-places.ts';
import { systemProgram } from './system-programs.ts';
import { baseName, weighFile, weighModule, weighProgram } from './weigh-name.ts';
import { BY_INDICATOR, weighText } from './weigh-text.ts';
import { type Weight, WEIGHTS } from './weight.ts';

type WeighValue = (value: string, around: Surroundings) => Weight;
const always =
  (weight: Weight): WeighValue =>
  () =>
    weight;

/** Ports of common services: the other side has them because it serves, and not because an adversary set them. */
const SERVICE_PORTS = new Set(
  '21 22 23 53 88 111 135 137 138 139 161 389 445 464 593 636 873 1433 2375 2376 3306 3389 5432 5900 5985 5986 6443 8443 47001'.split(
    ' ',
  ),
);

/** Accounts every system has, computer accounts and numbers; the adversary made none of them up. */
const WELL_KNOWN_ACCOUNT =
  /^(?:\d+$|\*?\$|s-1-5-|.*(?:author|autor|system|service|root|admin|krbtgt|guest|anonymous|local|network|dwm-|umfd-|nobody|www-data|apache|nginx|iis|defaultapppool|administra))/;

/** What one value of a field is worth, by the class of the field; values in lower case. */
export const BY_CLASS: Record<FieldClass, WeighValue> = {
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
  'script-text': (value) => inScript(weighText(value, 'interpreter')),
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
  port: (value) => (SERVICE_PORTS.has(value) ? WEIGHTS.where : WEIGHTS.port),
  protocol: always(WEIGHTS.where),
  country: always(WEIGHTS.ip),
  selector: always(WEIGHTS.where),
  count: always(WEIGHTS.event),
};

/** The same can be done without the script, or with its words in disguise: never above level 2 of the stricter scale. */
const inScript = (weight: Weight): Weight =>
  weight.kind === 'weighed' && weight.level > 2 ? { ...weight, level: 2 } : weight;

/** Data of a registry value or a setting: a word the system defines is not the adversary's. */
function weighData(value: string): Weight {
  const weight = weighText(value, undefined);
  return weight.kind === 'weighed' && weight.rung === 'tool' ? WEIGHTS.data : weight;
}
