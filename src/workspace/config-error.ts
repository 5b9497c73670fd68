/** The config is missing or wrong: nothing can be read until a person mends it. Exit code 2. */
export class ConfigError extends Error {
  readonly hint: string | undefined;

  constructor(message: string, hint?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'ConfigError';
    this.hint = hint;
  }
}
