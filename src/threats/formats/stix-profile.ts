import { textOf, textsOf } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { ProfileActorDraft, ThreatProfileDraft } from '../../readers/reader.ts';
import {
  attackReference,
  sourceOf,
  stands,
  techniqueOf,
  type StixObject,
  type StixObjects,
} from './stix-objects.ts';
import { ACTOR_TYPES, reportedPatterns, usesOf, type StixUse } from './stix-uses.ts';

type Procedure = ThreatProfileDraft['procedures'][number];

/**
 * The profile a bundle is. Its intrusion sets, threat actors and campaigns are actors of weight 1, and each of their
 * `uses` relationships to an attack pattern is a procedure. Malware and tools are actors too when the bundle says what
 * they do, or when none of its actors uses them: what an actor's software can do is the software's and not the
 * actor's, and a tool that is only mentioned would bring in all that ATT&CK knows of it. Attack patterns that only a
 * report or a grouping refers to are observations without an actor. What is revoked or deprecated is out, and so is
 * what relates to it.
 *
 * @param stem Title of a bundle that does not hold exactly one report.
 */
export function stixProfile(objects: StixObjects, stem: string): ThreatProfileDraft {
  const uses = usesOf(objects);
  const doing = new Set(
    uses.map(({ source, target }) => (target?.type === 'attack-pattern' ? source : undefined)),
  );
  const used = new Set(
    uses.map(({ source, target }) => (source && ACTOR_TYPES.has(source.type) ? target : undefined)),
  );
  const standing = [...objects.values()].filter(stands);
  const reports = standing.filter(({ type }) => type === 'report');
  const title = reports.length === 1 ? textOf(reports[0]?.fields['name']) : undefined;
  return {
    format: 'stix',
    title: title ?? stem,
    actors: standing.flatMap((object) => {
      const type = ACTOR_TYPES.get(object.type);
      if (type === undefined || (type === 'software' && used.has(object) && !doing.has(object))) return [];
      return actorOf(object, type);
    }),
    procedures: [
      ...uses.flatMap(procedureOf),
      ...reportedPatterns(objects, uses).flatMap(({ report, patterns }) =>
        patterns.flatMap((pattern) => observationOf(report, pattern)),
      ),
    ],
    techniques: [],
  };
}

function actorOf(object: StixObject, type: NonNullable<ProfileActorDraft['type']>): ProfileActorDraft {
  const actor = nameOf(object);
  const names = [
    ...(attackReference(object) ? [attackReference(object)?.id ?? ''] : []),
    actor,
    ...textsOf(object.fields['aliases']),
    ...textsOf(object.fields['x_mitre_aliases']),
  ];
  return {
    actor,
    weight: 1,
    own: true,
    names: [...new Set(names)],
    type,
    pointer: [...object.pointer, 'name'],
  };
}

function procedureOf({ relationship, source, target }: StixUse): Procedure[] {
  const mapping = target?.type === 'attack-pattern' && stands(target) ? techniqueOf(target) : undefined;
  if (!mapping || !source || !ACTOR_TYPES.has(source.type) || !stands(source)) return [];
  const { fields } = relationship;
  const text = plainText(textOf(fields['description']));
  const reference = sourceOf(relationship);
  const date = dayOf(fields['start_time'], fields['created'], fields['modified']);
  return [
    {
      mapping,
      actor: nameOf(source),
      ...(text !== undefined && { text }),
      ...(reference !== undefined && { reference }),
      ...(date !== undefined && { date }),
    },
  ];
}

function observationOf(report: StixObject, pattern: StixObject): Procedure[] {
  const mapping = techniqueOf(pattern);
  if (!mapping) return [];
  const reference = sourceOf(report) ?? textOf(report.fields['name']);
  const date = dayOf(report.fields['published'], report.fields['created'], report.fields['modified']);
  return [{ mapping, ...(reference !== undefined && { reference }), ...(date !== undefined && { date }) }];
}

function nameOf({ id, fields }: StixObject): string {
  return textOf(fields['name']) ?? id;
}

/** The day something began; where nobody says, the day it was recorded. */
function dayOf(...times: unknown[]): string | undefined {
  return times.map(dayOfTime).find((day) => day !== undefined);
}

/** A description without the marks of ATT&CK's Markdown: citations, and addresses behind a link's text. */
function plainText(description: string | undefined): string | undefined {
  return textOf(
    description
      ?.replaceAll(/\(Citation: [^()]{0,200}\)/g, '')
      .replaceAll(/\[([^[\]]{0,200})\]\([^()\s]{0,500}\)/g, '$1')
      .replaceAll(/(?<![ \t])[ \t]+(?=\n|$)/g, ''),
  );
}
