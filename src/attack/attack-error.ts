/** ATT&CK data is missing or cannot be read. `hint` says what to do about it. */
export class AttackError extends Error {
  readonly hint: string;

  constructor(message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'AttackError';
    this.hint = hint;
  }
}
