import { BY_CLASS } from './by-class.ts';
import type { FieldClass } from './field-class.ts';
import { indicatorIn } from './indicators.ts';
import { RUNGS } from './judgement.ts';
import type { Predicate } from './query-tree.ts';
import type { Surroundings } from './surroundings.ts';
import { isSystemFile, isSystemKey } from './system-places.ts';
import { BY_INDICATOR, weighText } from './weigh-text.ts';
import { type Weight, WEIGHTS } from './weight.ts';

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
const HOST = /^\W{0,20}[\w-]{1,63}(?:\.[\w-]{1,63}){1,20}\W{0,20}$/;

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
