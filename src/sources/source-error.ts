/** Why a source cannot be opened: it is not there, or it is there and cannot be read. */
export type SourceErrorKind = 'missing' | 'unreadable';

/** A whole source cannot be read. One bad file is never a reason for it. */
export class SourceError extends Error {
  readonly kind: SourceErrorKind;
  /** What to do about it. */
  readonly hint: string;

  constructor(kind: SourceErrorKind, message: string, hint: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'SourceError';
    this.kind = kind;
    this.hint = hint;
  }
}
