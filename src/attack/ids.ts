/** The grammar of ATT&CK ids, and where they stand in prose. MITRE ATLAS shares it behind `AML.`; those are never ATT&CK's. */

export type IdKind = 'technique' | 'tactic' | 'group' | 'software' | 'campaign';

/** An id found in a text. Offsets count UTF-16 code units; `end` is exclusive. */
export interface IdToken {
  kind: IdKind;
  /** Normalised: `T1059.001`, also where the text says `T1059/001`. */
  id: string;
  start: number;
  end: number;
}

const TECHNIQUE = /^T\d{4}(?:\.\d{3})?$/;

/**
 * One id of any kind. Nothing that could be part of a longer word, number or dotted name may stand around it,
 * so that `AML.T0051`, `T1059.1` and `KB4012598` hold none.
 */
const TOKEN = /(?<![\w.])(?:(T\d{4})(?:[./](\d{3}))?|(TA\d{4})|(G\d{4})|(S\d{4})|(C\d{4}))(?!\w|[./]\d)/g;

/** As `TOKEN`'s technique, in any case and behind a dotted prefix such as `attack.`. */
const TAGGED_TECHNIQUE = /(?<![a-z0-9_]|aml\.)(t\d{4})(?:[./](\d{3}))?(?!\w|[./]\d)/i;

/** A word before an id that makes it one of MITRE ATLAS: `ATLAS: T0051`. */
const ATLAS_LABEL = /\bATLAS(?:™)?[\s:([-]{0,3}$/i;

/** Whether a text is exactly a technique or sub-technique id as ATT&CK writes it: `T1059`, `T1059.001`. */
export function isTechniqueId(text: string): boolean {
  return TECHNIQUE.test(text);
}

/**
 * The first technique id in a tag, cell or URL, normalised: `attack.t1059.001`, `T1059/001`,
 * `T1059.001 - PowerShell` and `https://attack.mitre.org/techniques/T1059/001/` all give `T1059.001`.
 */
export function techniqueIdIn(text: string): string | undefined {
  const match = TAGGED_TECHNIQUE.exec(text);
  if (!match?.[1] || ATLAS_LABEL.test(text.slice(0, match.index))) return undefined;
  const technique = match[1].toUpperCase();
  return match[2] === undefined ? technique : `${technique}.${match[2]}`;
}

/** The technique a sub-technique id belongs to: `T1059.001` → `T1059`; undefined for any other text. */
export function parentId(id: string): string | undefined {
  return isTechniqueId(id) && id.includes('.') ? id.slice(0, id.indexOf('.')) : undefined;
}

/** Every id in a prose text, in the order they stand. Ids are told from product numbers only by asking a knowledge base. */
export function idsInProse(text: string): IdToken[] {
  const tokens: IdToken[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [written, technique, sub, tactic, group, software] = match;
    if (ATLAS_LABEL.test(text.slice(Math.max(0, match.index - 12), match.index))) continue;
    const kind = technique
      ? 'technique'
      : tactic
        ? 'tactic'
        : group
          ? 'group'
          : software
            ? 'software'
            : 'campaign';
    const id = technique ? (sub ? `${technique}.${sub}` : technique) : written;
    tokens.push({ kind, id, start: match.index, end: match.index + written.length });
  }
  return tokens;
}
