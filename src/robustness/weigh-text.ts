import { indicatorIn, type Indicator } from './indicators.ts';
import { programInText } from './program-in-text.ts';
import { wordsOf } from './platform-words.ts';
import {
  isProfileRoot,
  isSystemFile,
  isSystemKey,
  isSystemModule,
  isWritableFolder,
} from './system-places.ts';
import { isBuiltInCommand, systemProgram, type SystemProgram } from './system-programs.ts';
import { type Weight, WEIGHTS } from './weight.ts';

/** What an indicator is worth, wherever it stands. */
export const BY_INDICATOR: Record<Indicator, Weight> = {
  hash: WEIGHTS.hash,
  'import-hash': WEIGHTS.importHash,
  ip: WEIGHTS.ip,
  domain: WEIGHTS.domain,
};

/** A file of its own name: `evil.ps1`, not `.ps1`, which is a kind. */
const NAMED_FILE =
  /(?:^|[\\/\s"'=])([\w-]{2,}\.(?:exe|dll|ps1|psm1|bat|cmd|vbs|vbe|js|jse|wsf|hta|dat|tmp|txt|log|zip|rar|7z|sys|py|sh|scr|msi|iso|img|lnk|jar|inf|bin|cpl|ocx|aspx?|php|jsp|xsl|sct|elf))\b/g;

/** A scheme without an address: whatever comes over the network has one. */
const SCHEME = /^\W*(?:(?:https?|ftp|file|smb|ldaps?)\W*|:\/\/)$/;

/** An option: `-enc`, `/create`, `--proxy-server`. */
const OPTION = /^["'\s]*(?:--?|\/)[a-z?]/;

/**
 * Text an adversary types, sends or runs: the weakest thing in it that he chose decides.
 *
 * @param text Lower case.
 * @param program The program of the system the text is given to, when the query names one.
 */
export function weighText(text: string, program: SystemProgram | undefined): Weight {
  const indicator = indicatorIn(text);
  if (indicator !== undefined) return BY_INDICATOR[indicator];
  if (isSystemKey(text) || isSystemFile(text)) return WEIGHTS.systemParameter;
  if (isProfileRoot(text) || SCHEME.test(text)) return WEIGHTS.where;
  if (isWritableFolder(text)) return WEIGHTS.folder;
  const words = wordsOf(text);
  if (words === 'platform') return WEIGHTS.systemWords;
  const files = [...(text.includes('.') ? text.matchAll(NAMED_FILE) : [])].map(([, file]) => file ?? '');
  if (files.some((file) => isSystemModule(file) || systemProgram(file) !== undefined))
    return WEIGHTS.systemParameter;
  if (files.length > 0) return WEIGHTS.fileName;
  if (words === 'foreign') return WEIGHTS.argument;
  if (programInText(text) !== undefined) return WEIGHTS.systemParameter;
  if (program === 'program' || (program === 'interpreter' && isOwnOption(text)))
    return WEIGHTS.systemParameter;
  return WEIGHTS.argument;
}

/** An interpreter's own are its options and signs (`-nop`, `|`, `.js`); words are those of the code it is given. */
function isOwnOption(text: string): boolean {
  const [first = ''] = /[a-z]+/.exec(text) ?? [];
  return (
    OPTION.test(text) || isBuiltInCommand(first) || !/[a-z]{3}/.test(text.replace(/\.[a-z0-9]{2,5}\b/g, ''))
  );
}
