import type { Rung, SummitLevel } from './judgement.ts';

/** What one condition is worth against somebody who wants to get around it. */
export type Weight =
  /** The adversary can change it, at this price. */
  | { kind: 'weighed'; rung: Rung; level: SummitLevel; why: string }
  /**
   * The adversary has no say in it: which event it is, which log. In a conjunction it weakens nothing. `acts`: alone it
   * says that something was done, and not only where to look.
   */
  | { kind: 'given'; acts: boolean; why: string }
  /** Nobody knows. */
  | { kind: 'unknown'; why: string };

const weighed = (rung: Rung, level: SummitLevel, why: string): Weight => ({
  kind: 'weighed',
  rung,
  level,
  why,
});

/**
 * Every verdict there is on one value. Rungs are those of the pyramid of pain (Bianco 2013); levels those of the tables
 * of observables in Summiting the Pyramid.
 */
export const WEIGHTS = {
  hash: weighed('hash', 1, 'a file hash changes with one byte'),
  ip: weighed('ip', 1, 'an address is changed for another in minutes'),
  domain: weighed('domain', 1, 'another name or another host does as well'),
  url: weighed('artefact', 1, 'the path is laid down by whoever runs the other end'),
  userAgent: weighed('artefact', 2, 'a client may call itself anything'),
  certificate: weighed('artefact', 1, 'another certificate is issued in a minute'),
  renamed: weighed('artefact', 1, 'a program is renamed in one command'),
  fileName: weighed('artefact', 1, 'a file can be given any name'),
  folder: weighed('artefact', 1, 'any other folder will do'),
  pipeName: weighed('artefact', 1, 'a pipe can be given any name'),
  serviceName: weighed('artefact', 1, 'a service or a task can be given any name'),
  keyName: weighed('artefact', 1, 'the key or value is called what the adversary likes'),
  data: weighed('artefact', 1, 'the data is what the adversary writes'),
  port: weighed('artefact', 1, 'a port is a setting'),
  account: weighed('artefact', 1, 'an account can be given any name'),
  importHash: weighed('tool', 2, 'an import hash outlives a changed byte; the tool must be built anew'),
  compiledName: weighed(
    'tool',
    2,
    'the name is compiled into the tool, which must be changed and built anew',
  ),
  signer: weighed('tool', 2, 'the tool must be signed by somebody else'),
  detectionName: weighed('tool', 2, 'the tool must be changed until a scanner no longer knows it'),
  argument: weighed('tool', 2, 'the text is a part of the tool or its script, which must be changed'),
  systemProgram: weighed('behaviour', 1, 'the program is a part of the system, or stands there anyway'),
  systemProgramByName: weighed(
    'behaviour',
    3,
    'the program is a part of the system, by the name compiled into it',
  ),
  systemTarget: weighed('behaviour', 3, 'the target is where what the adversary wants lies'),
  systemParameter: weighed('behaviour', 3, 'the program understands these parameters and no others'),
  operation: weighed('behaviour', 4, 'the operation has this parameter and no other for it'),
  systemWords: weighed('behaviour', 3, 'the words belong to the platform and cannot be chosen'),
  systemModule: weighed('behaviour', 3, 'the library belongs to the system, which looks for it by this name'),
  systemPipe: weighed('behaviour', 4, 'the pipe belongs to a service of the system'),
  systemService: weighed('behaviour', 3, 'the service is a part of the system'),
  systemFile: weighed('behaviour', 4, 'the system reads this file and no other'),
  systemKey: weighed('behaviour', 4, 'the system reads this key and no other'),
  application: weighed('behaviour', 4, 'the path belongs to the application that is attacked'),
  access: weighed('behaviour', 4, 'the operation cannot be done without it'),
  object: weighed('behaviour', 4, 'the object is the one the technique is after'),
  unsigned: weighed('behaviour', 3, 'it must carry a signature that is trusted'),
  event: { kind: 'given', acts: true, why: 'the event is written when it is done' },
  where: { kind: 'given', acts: false, why: 'it says only where to look' },
  model: { kind: 'unknown', why: 'the verdict of a model' },
  prose: { kind: 'unknown', why: 'text searched in the whole event' },
} as const satisfies Record<string, Weight>;
