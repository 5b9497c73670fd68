/** Findings of one kind a file gets at most: each is looked up in the text, and nobody mends a thousand by hand. */
export const MOST_FINDINGS = 50;
