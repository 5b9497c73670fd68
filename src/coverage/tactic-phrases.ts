/** How a hunt for a tactic's techniques is put into words. */
export interface TacticPhrase {
  /** What an intruder does, third person: `obtains credentials`. */
  does: string;
  /** What of it would stand out, a clause in the conditional. */
  sign: string;
}

/** By tactic shortname, of all domains and of ATT&CK before and since version 19. */
const PHRASES: Record<string, TacticPhrase> = {
  reconnaissance: {
    does: 'learns about us before the attack',
    sign: 'requests from outside would ask for more, or for other things, than our public ever does',
  },
  'resource-development': {
    does: 'prepares accounts, infrastructure or tools to use against us',
    sign: 'names, certificates or accounts made to look like ours would turn up outside',
  },
  'initial-access': {
    does: 'gets a first foothold',
    sign: 'a session, a file or a process would begin where nobody of ours begins one',
  },
  execution: {
    does: 'runs code of their own',
    sign: 'what starts, and what started it, would not fit the role of the host or the user',
  },
  persistence: {
    does: 'makes sure of getting back in after a restart or a changed password',
    sign: 'something that starts or signs in by itself would be new, and nobody could say why it is there',
  },
  'privilege-escalation': {
    does: 'gains rights nobody gave them',
    sign: 'a process or an account would act with more rights than it had a moment before',
  },
  'defense-evasion': {
    does: 'hides among ordinary activity',
    sign: 'each name, path or parent would look ordinary, and their combination would not',
  },
  stealth: {
    does: 'hides among ordinary activity',
    sign: 'each name, path or parent would look ordinary, and their combination would not',
  },
  evasion: {
    does: 'hides from operators and from monitoring',
    sign: 'what the equipment reports and what it does would no longer agree',
  },
  'defense-impairment': {
    does: 'blinds or weakens our defences',
    sign: 'a control would change or fall silent without a change request',
  },
  'credential-access': {
    does: 'obtains credentials',
    sign: 'secrets would be read, asked for or tried by a process or an account that has no business with them',
  },
  discovery: {
    does: 'finds their way around',
    sign: 'one account or host would ask, within minutes, what it never asked before',
  },
  'lateral-movement': {
    does: 'moves on to further systems',
    sign: 'sign-ins or transfers would connect systems that never talk to each other',
  },
  collection: {
    does: 'gathers what is worth taking',
    sign: 'data would be read or packed in an amount and an order that no work explains',
  },
  'command-and-control': {
    does: 'steers what they have compromised',
    sign: 'a host would keep up connections whose destination, rhythm or tool is new to it',
  },
  exfiltration: {
    does: 'carries data out',
    sign: 'more would leave, or leave for another place, than that host or account ever sends',
  },
  impact: {
    does: 'damages, encrypts or stops what the business runs on',
    sign: 'many files, services or records would change at once without a change request',
  },
  'inhibit-response-function': {
    does: 'keeps safety and protection functions from responding',
    sign: 'an alarm, a protection device or an operator would lose its say without a maintenance order',
  },
  'impair-process-control': {
    does: 'manipulates the process under control',
    sign: 'set points, logic or commands would change without an order, or from an unusual station',
  },
};

const ANY: TacticPhrase = {
  does: 'comes closer to their goal',
  sign: 'it would not fit what the systems and users involved normally do',
};

/** The phrase of the first tactic that has one. */
export function tacticPhrase(tactics: readonly string[]): TacticPhrase {
  const known = tactics.find((tactic) => Object.hasOwn(PHRASES, tactic));
  return (known === undefined ? undefined : PHRASES[known]) ?? ANY;
}
