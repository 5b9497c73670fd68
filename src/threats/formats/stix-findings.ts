import { textOf } from '../../documents/fields.ts';
import type { FileFinding } from '../../findings/finding.ts';
import { tellSome } from '../../findings/tell-some.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { shownText } from '../../mapping/shown.ts';
import { stands, techniqueOf, type StixObject, type StixObjects } from './stix-objects.ts';
import { reportedPatterns, usesOf, type StixUse } from './stix-uses.ts';

type Words = Pick<FileFinding, 'rule' | 'severity' | 'hint'>;

const UNMAPPED: Words = {
  rule: 'stix/unmapped-technique',
  severity: 'warning',
  hint: 'Add an external reference of source `mitre-attack` with its id, such as `T1566`; until then nobody uses it.',
};

const BROKEN: Words = {
  rule: 'stix/broken-relationship',
  severity: 'warning',
  hint: 'Export the bundle with the objects it refers to; until then the relationship says nothing.',
};

const UNUSED: Words = {
  rule: 'stix/unused-technique',
  severity: 'note',
  hint: 'Relate an actor to it with `uses`, or name it in a report; until then it adds no relevance.',
};

/** Everything of a bundle that looks like the use of a technique and adds nothing to the profile. */
export function stixFindings(
  objects: StixObjects,
  locate: (pointer: Pointer) => FileFinding['range'],
): FileFinding[] {
  const uses = usesOf(objects);
  const patterns = [...objects.values()].filter(
    (object) => object.type === 'attack-pattern' && stands(object),
  );
  const mentioned = new Set([
    ...uses.map(({ target }) => target),
    ...reportedPatterns(objects, uses).flatMap((reported) => reported.patterns),
  ]);
  const tell = (words: Words, items: readonly Told[], rest: string): FileFinding[] =>
    tellSome(
      items,
      5,
      ({ message, pointer }) => placed({ ...words, message }, locate(pointer)),
      (count, { pointer }) =>
        placed({ ...words, message: `Unexpected ${count} further ${rest}` }, locate(pointer)),
    );
  return [
    ...tell(
      UNMAPPED,
      patterns.filter((pattern) => !techniqueOf(pattern)).map(unmapped),
      'attack patterns from here on, expected ones with an ATT&CK reference',
    ),
    ...tell(
      BROKEN,
      uses.filter(isBroken).map(broken),
      'relationships from here on, expected ones within the bundle',
    ),
    ...tell(
      UNUSED,
      patterns.filter((pattern) => techniqueOf(pattern) && !mentioned.has(pattern)).map(unused),
      'attack patterns from here on, expected ones somebody uses',
    ),
  ];
}

interface Told {
  message: string;
  pointer: Pointer;
}

function unmapped(pattern: StixObject): Told {
  return {
    message: `Unexpected attack pattern ${nameOf(pattern)} without an ATT&CK reference, expected one that names a technique`,
    pointer: [...pattern.pointer, 'name'],
  };
}

function unused(pattern: StixObject): Told {
  return {
    message: `Unexpected attack pattern ${nameOf(pattern)} that nobody uses, expected a relationship or a report`,
    pointer: [...pattern.pointer, 'name'],
  };
}

/** An end is missing, and the other is not enough to say that no technique was meant. */
function isBroken({ relationship, source, target }: StixUse): boolean {
  if (target) return target.type === 'attack-pattern' && !source;
  const ref = textOf(relationship.fields['target_ref']);
  return ref === undefined || ref.startsWith('attack-pattern--');
}

function broken({ relationship, source }: StixUse): Told {
  const end = source ? 'target_ref' : 'source_ref';
  const ref = textOf(relationship.fields[end]) ?? 'nothing';
  return {
    message: `Unexpected \`${shownText(ref)}\` as \`${end}\`, expected an object of this bundle`,
    pointer: [...relationship.pointer, end],
  };
}

function nameOf({ id, fields }: StixObject): string {
  return `\`${shownText(textOf(fields['name']) ?? id).replaceAll('`', "'")}\``;
}

function placed(finding: FileFinding, range: FileFinding['range']): FileFinding {
  return { ...finding, ...(range && { range }) };
}
