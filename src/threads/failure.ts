/** An error on its way to another thread or process, with what the system says of it. */
export interface Failure {
  message: string;
  stack?: string | undefined;
  code?: string | undefined;
  syscall?: string | undefined;
  path?: string | undefined;
}

/** As a clone of an error would not be: what the system says of it, or of what caused it, goes along. */
export function asFailure(error: unknown): Failure {
  if (!(error instanceof Error)) return { message: String(error) };
  const { message, stack } = error;
  const { code, syscall, path } = systemError(error) ?? {};
  return { message, stack, code, syscall, path };
}

/** The error, as whoever waits for it is to be told. */
export function asError({ message, stack, ...system }: Failure): Error {
  return Object.assign(new Error(message), stack !== undefined && { stack }, system);
}

function systemError(error: Error): NodeJS.ErrnoException | undefined {
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if ('code' in at) return at as NodeJS.ErrnoException;
  return undefined;
}
