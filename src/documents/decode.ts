import type { FileFinding } from '../findings/finding.ts';

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

/**
 * Decodes a file as strict UTF-8, or as UTF-16 where a byte order mark says so (Windows PowerShell writes its logs
 * that way), and takes the mark off. Line ends stay as they are.
 *
 * @returns The text, or a `file/unreadable` finding that names the first byte (from 0) that is not text.
 */
export function decode(bytes: Uint8Array): { text: string } | { finding: FileFinding } {
  const encoding = encodingOf(bytes);
  if (encoding !== 'utf-8') {
    const text = strictly(encoding, bytes);
    return text === undefined || text.includes('\0')
      ? unreadable('Unexpected bytes that are not UTF-16 under a byte order mark that says so, expected text')
      : { text };
  }
  const nul = bytes.indexOf(0);
  if (nul !== -1) return unreadable(`Unexpected NUL at byte ${nul}, expected a text file in UTF-8`);
  const text = strictly(encoding, bytes);
  if (text !== undefined) return { text };
  return unreadable(`Unexpected byte ${firstInvalidByte(bytes)} that is not UTF-8, expected text in UTF-8`);
}

/** What the byte order mark says; UTF-8 without one. */
export function encodingOf(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return 'utf-8';
}

function strictly(encoding: Encoding, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
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

/** The text of a file that was parsed before: never fails, bytes that are no text become U+FFFD. */
export function decodeText(bytes: Uint8Array): string {
  return new TextDecoder(encodingOf(bytes)).decode(bytes);
}
