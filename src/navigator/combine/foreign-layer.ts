import { DOMAINS, domainId, type Domain } from '../../attack/domain.ts';
import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';

/** What one layer says of one technique, as far as arithmetic is concerned. */
export interface ForeignCell {
  /** `T1059.001`, as written, in upper case. */
  technique: string;
  /** Shortname; absent for all tactics of the technique. */
  tactic?: string;
  score?: number;
  isDisabled: boolean;
}

/** A layer of whatever tool, format 4.x, reduced to what can be computed with. */
export interface ForeignLayer {
  name: string;
  domain: Domain;
  /** Major version of ATT&CK, where it is stated: `19`. */
  attack?: string;
  cells: ForeignCell[];
  /** Entries without an id of the form ATT&CK gives techniques. */
  unreadable: number;
}

/** A value that is no layer; the message is a clause: `it holds 12 layers`. */
export class NoLayerError extends Error {
  override readonly name = 'NoLayerError';
}

/**
 * Reads a layer of format 4.0 to 4.5 as leniently as can be: what other tools write has scores as text, `null`, numbers
 * where the format has text, and names of domains from before version 4.
 *
 * @param data Parsed JSON: a layer, or a list of exactly one.
 * @param fallback The name of a layer that has none.
 * @throws NoLayerError
 */
export function readForeignLayer(data: unknown, fallback: string): ForeignLayer {
  if (Array.isArray(data) && data.length !== 1) throw new NoLayerError(`it holds ${data.length} layers`);
  const fields = fieldsOf(Array.isArray(data) ? data[0] : data);
  if (!fields) throw new NoLayerError('it holds no object');
  if (!Array.isArray(fields['techniques'])) throw new NoLayerError('it has no list of `techniques`');
  const versions = fieldsOf(fields['versions']) ?? {};
  const format = textOf(versions['layer']) ?? textOf(fields['version']);
  if (format !== undefined && !/^4(\.|$)/.test(format))
    throw new NoLayerError(`it is of layer format ${format}`);
  const attack = /^\d+/.exec(textOf(versions['attack']) ?? '')?.[0];
  const cells = fieldLists(fields['techniques']).flatMap(({ fields: entry }) => cellOf(entry) ?? []);
  return {
    name: textOf(fields['name']) || fallback,
    domain: domainOf(fields['domain']),
    ...(attack !== undefined && { attack }),
    cells,
    unreadable: fields['techniques'].length - cells.length,
  };
}

function domainOf(value: unknown): Domain {
  const name = textOf(value)?.toLowerCase();
  const domain = DOMAINS.find((one) => name === domainId(one) || name === `mitre-${one}`);
  if (domain) return domain;
  throw new NoLayerError(name ? `its domain is \`${name}\`` : 'it names no domain');
}

function cellOf({ techniqueID, tactic, score, enabled }: Fields): ForeignCell | undefined {
  const technique = textOf(techniqueID)?.toUpperCase();
  if (technique === undefined || !/^T\d{4}(\.\d{3})?$/.test(technique)) return undefined;
  const shortname = textOf(tactic)?.toLowerCase();
  const number = typeof score === 'string' && score.trim() !== '' ? Number(score) : score;
  return {
    technique,
    ...(shortname && { tactic: shortname }),
    ...(typeof number === 'number' && Number.isFinite(number) && { score: number }),
    isDisabled: enabled === false,
  };
}
