/** What a command may touch of the process it runs in. */
export interface Io {
  cwd: string;
  env: NodeJS.ProcessEnv;
  /** Data. */
  stdout: NodeJS.WritableStream & { isTTY?: boolean };
  /** Talk. */
  stderr: NodeJS.WritableStream & { isTTY?: boolean };
}
