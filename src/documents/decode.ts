import type { FileFinding } from '../findings/finding.ts';

/**
 * Decodes a file as strict UTF-8 and takes a byte order mark off. Line ends stay as they are.
 *
 * @returns The text, or a `file/unreadable` finding that names the first byte (from 0) that is not text.
 */
export function decode(bytes: Uint8Array): { text: string } | { finding: FileFinding } {
  const nul = bytes.indexOf(0);
  if (nul !== -1) {
    const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    return unreadable(
      isUtf16
        ? 'Unexpected UTF-16 text, expected UTF-8'
        : `Unexpected NUL at byte ${nul}, expected a text file in UTF-8`,
    );
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return unreadable(`Unexpected byte ${firstInvalidByte(bytes)} that is not UTF-8, expected text in UTF-8`);
  }
}

function unreadable(message: string): { finding: FileFinding } {
  return {
    finding: {
      rule: 'file/unreadable',
      severity: 'error',
      message: `${message}; the file is not read`,
      hint: 'Save it as UTF-8, or leave it out with `exclude` in the source.',
    },
  };
}

/** The decoder says that text is invalid, not where, so the longest prefix it takes is searched by halving. */
function firstInvalidByte(bytes: Uint8Array): number {
  let valid = 0;
  let invalid = bytes.length + 1;
  while (invalid - valid > 1) {
    const middle = (valid + invalid) >>> 1;
    if (isValid(bytes.subarray(0, middle), true)) valid = middle;
    else invalid = middle;
  }
  // Where a character is cut short, its first byte is the one to name.
  while (!isValid(bytes.subarray(0, valid), false)) valid -= 1;
  return valid;
}

/** @param isOpen Whether the last character may still be incomplete. */
function isValid(bytes: Uint8Array, isOpen: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isOpen });
    return true;
  } catch {
    return false;
  }
}

/** The text of a file that was parsed before: never fails, bytes that are not UTF-8 become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}
