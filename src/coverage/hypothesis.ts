import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Technique } from '../attack/facts.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import { BEHAVIOURS } from './behaviours.ts';
import { fullName } from './full-name.ts';
import type { TechniqueUser } from './gap.ts';
import { shortQuote } from './short-quote.ts';
import { tacticPhrase } from './tactic-phrases.ts';
import { counted, listed } from './wording.ts';

/** What a hypothesis is drawn from. */
export interface HypothesisFacts {
  technique: Technique;
  knowledge: KnowledgeBase;
  /** Strongest first. */
  users: readonly TechniqueUser[];
  /** Whether the users are actors of a profile, not all of ATT&CK's groups. */
  isOurs: boolean;
  /** Platforms of ours it happens on. */
  platforms: readonly string[];
  /** What the profile says was seen of this technique, newest first. */
  procedures: readonly ProfileProcedure[];
}

/**
 * A testable statement in one or two sentences: who would do what by which technique, and how it would stand out; then, where
 * there is one, what was seen before: in the profile's own words, or ATT&CK's when a full bundle is loaded.
 */
export function hypothesisFor(facts: HypothesisFacts): string {
  const { technique, knowledge } = facts;
  const ofTactic = tacticPhrase(technique.tactics);
  const known = BEHAVIOURS[technique.id];
  const own = typeof known === 'string' ? { does: known, sign: ofTactic.sign } : known;
  const act = own
    ? `${own.does} (${technique.id})`
    : `${ofTactic.does} by way of “${fullName(technique, knowledge)}” (${technique.id})${where(facts.platforms)}`;
  const statement = `${intruder(facts)} ${act}: ${(own ?? ofTactic).sign}.`;
  const before = seenBefore(facts);
  return before === undefined ? statement : `${statement} ${before}`;
}

/** `An intruder who works like FIN7, Akira or 2 other actors of our profile`. */
function intruder({ users, knowledge, isOurs }: HypothesisFacts): string {
  const [first] = users;
  if (!first) return 'An intruder';
  const kindOf = ({ id }: TechniqueUser): string => knowledge.actor(id)?.type ?? 'own';
  if (kindOf(first) === 'software') return `An intruder who brings ${first.name}`;
  if (kindOf(first) === 'campaign') return `An intruder who works as in the campaign ${first.name}`;
  const people = users.filter((user) => kindOf(user) === 'group' || kindOf(user) === 'own');
  const named = people.slice(0, people.length === 3 ? 3 : 2).map(({ name }) => name);
  const rest = people.length - named.length;
  if (rest === 0) return `An intruder who works like ${orListed(named)}`;
  const others = isOurs ? `${counted(rest, 'other actor')} of our profile` : `any of ${rest} other groups`;
  return `An intruder who works like ${named.join(', ')} or ${others}`;
}

function orListed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

function where(platforms: readonly string[]): string {
  return platforms.length === 0 ? '' : ` on ${listed(platforms)}`;
}

function seenBefore({ technique, knowledge, users, procedures }: HypothesisFacts): string | undefined {
  for (const { text, actor, date } of procedures) {
    const quote = text === undefined ? undefined : shortQuote(text);
    if (quote === undefined) continue;
    const name = actor === undefined ? undefined : (knowledge.actor(actor)?.name ?? actor);
    const told = [name === undefined ? '' : ` of ${name}`, date === undefined ? '' : ` on ${date}`].join('');
    return `We noted${told}: “${quote}”.`;
  }
  for (const { id } of users) {
    const words = knowledge.prose?.procedures.get(`${id}>${technique.id}`);
    const quote = words === undefined ? undefined : shortQuote(words);
    if (quote !== undefined) return `ATT&CK reports: “${quote}”.`;
  }
  return undefined;
}
