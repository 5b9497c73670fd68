import { accessSync, constants, existsSync } from 'node:fs';
import { constants as system } from 'node:os';
import { dirname } from 'node:path';

/** Output cannot be written, or a file of the machine cannot be used, because the file system says so. Exit code 3. */
export class OutputError extends Error {
  /** What to do about it. */
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'OutputError';
    this.hint = hint;
  }
}

const ROOM = 'Make room, or write to another place. What stood there before is as it was.';
const RIGHTS = 'Give yourself the right to write there, or name another place.';
const IN_THE_WAY = 'Move what stands in the way, or name another place.';
const LIMIT = 'Close other programs or raise the limit (`ulimit -n`), and run again.';
const AGAIN = 'Run again.';
const DISK = 'Look at the disk and the log of the system.';

/** Why, and what to do, by the code of the system. */
const CAUSES: Readonly<Record<string, readonly [because: string, hint: string]>> = {
  ENOSPC: ['the disk is full', ROOM],
  EDQUOT: ['your share of the disk is used up', ROOM],
  EFBIG: ['the file would be larger than the system allows', ROOM],
  EACCES: ['you do not have the right to', RIGHTS],
  EPERM: ['the system does not permit it', RIGHTS],
  EROFS: ['the file system is read-only', 'Name a place that can be written to.'],
  ENOTDIR: ['a file stands where a folder is needed', IN_THE_WAY],
  EEXIST: ['something of that name is there already', IN_THE_WAY],
  EISDIR: ['a folder stands where a file is needed', IN_THE_WAY],
  ENOTEMPTY: ['a folder that is not empty stands in the way', IN_THE_WAY],
  ELOOP: ['its symbolic links lead in a circle', IN_THE_WAY],
  ENAMETOOLONG: ['a name is longer than the file system allows', 'Name a place with a shorter path.'],
  ENOENT: ['it, or a folder it belongs in, is gone: another run may have replaced it', AGAIN],
  EBUSY: ['something else uses it', AGAIN],
  ETXTBSY: ['something else uses it', AGAIN],
  EMFILE: ['too many files are open', LIMIT],
  ENFILE: ['too many files are open', LIMIT],
  EIO: ['the disk answers with an error', DISK],
  ESTALE: ['the network folder it lies in has gone', DISK],
  EXDEV: ['it would have to move to another file system', 'Name another place.'],
};

const READING = new Set(['read', 'scandir', 'opendir', 'stat', 'lstat', 'readlink', 'realpath']);

/**
 * An error of the file system in people's words; any other error as it is.
 *
 * @param place What was being written, absolute; without it the path the system names, if it does.
 */
export function asOutputError(error: unknown, place?: string): unknown {
  if (error instanceof OutputError) return error;
  const cause = systemError(error);
  const [because, hint] = CAUSES[cause?.code ?? ''] ?? [];
  if (cause?.code === undefined || because === undefined || hint === undefined) return error;
  const verb = READING.has(cause.syscall ?? '') && place === undefined ? 'read' : 'written';
  const what = place ?? cause.dest ?? cause.path ?? 'The output';
  return new OutputError(`${what} cannot be ${verb}: ${because} (${cause.code}).`, hint, { cause: error });
}

type SystemError = Pick<NodeJS.ErrnoException, 'code' | 'syscall' | 'path'> & { dest?: string };

/** The error of a system call that an error is, or that it says it comes from. */
function systemError(error: unknown): SystemError | undefined {
  for (let one = error; one instanceof Error; one = one.cause) {
    const cause = one as SystemError;
    if (cause.code !== undefined && cause.syscall === 'mkdir') return whyNoFolder(cause);
    if (cause.code !== undefined && cause.syscall !== undefined) return cause;
    // What bundlers written in Rust say.
    const [, number] = /\(os error (\d+)\)/.exec(one.message) ?? [];
    const code = Object.entries(system.errno).find(([, value]) => value === Number(number))?.[0];
    if (code !== undefined) return { code };
  }
  return undefined;
}

/** Node says of a folder with those around it that something is not there, or is, whatever the system said. */
function whyNoFolder(error: SystemError): SystemError {
  if (error.code === 'EEXIST') return { ...error, code: 'ENOTDIR' };
  if (error.code !== 'ENOENT' || error.path === undefined) return error;
  let around = error.path;
  while (!existsSync(around) && dirname(around) !== around) around = dirname(around);
  try {
    accessSync(around, constants.W_OK);
    return error;
  } catch (denied) {
    return denied as SystemError;
  }
}
