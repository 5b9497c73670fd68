import { commandIn } from './platform-words.ts';
import { systemProgram, type SystemProgram } from './system-programs.ts';

/** Where a command may begin: at the start, after a separator, a quote, a bracket or a folder. */
const COMMAND = /(?:^|[|&;`"'(\\/*])\s*([\w.+-]{2,}?)(?=[\s"'*)]|$)/g;

/** Names of programs that are also words of any text: they need `.exe` or something after them. */
const AMBIGUOUS =
  /^(?:system|service|control|print|query|history|security|start|script|record|view|time|date|file|find|open|change|replace|last|watch|local|locate|split|write|recover|profiles|defaults|export|import|screen|route|label|comp|sort|test|shadow|sleep|format|login|install|code|java|node|host|less|more|link|join|cut|top|head|tail|who|users|groups|jobs|wait|expand|compact|convert|subst|where|timeout|print|pg|batch|patch|apache|oracle|opera|whale|brave|safari|slack|discord|outlook|excel|visio|teams|acrobat|slui)$/;

/**
 * The program of the system a text calls: `vssadmin delete shadows`, `cmd /c`, `New-ComplianceSearchAction`.
 *
 * @param text Lower case.
 */
export function programInText(text: string): SystemProgram | undefined {
  let found: SystemProgram | undefined;
  for (const [whole, word = ''] of text.matchAll(COMMAND)) {
    const program = systemProgram(word);
    if (program === undefined || !isMeant(word, text, whole)) continue;
    if (program === 'program') return program;
    found = program;
  }
  return found ?? (commandIn(text) === 'platform' ? 'program' : undefined);
}

function isMeant(word: string, text: string, whole: string): boolean {
  if (word.endsWith('.exe')) return true;
  const isFollowed = text.trim().length > whole.trim().length;
  return AMBIGUOUS.test(word) ? false : word.length > 4 || isFollowed;
}
