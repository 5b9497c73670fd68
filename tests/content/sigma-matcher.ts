/**
 * Decides whether an event matches a Sigma rule, for the part of the specification the demo's rules use.
 * Anything outside that part throws, so that a rule cannot pass by being misread.
 * @see https://github.com/SigmaHQ/sigma-specification
 */
import { BlockList, isIPv4 } from 'node:net';

/** The fields of one event, as a log source of Sigma's taxonomy names them. */
export type Event = Readonly<Record<string, unknown>>;

/** The `detection` map of a rule. */
export type DetectionMap = Readonly<Record<string, unknown>>;

/** Whether the event satisfies the rule's condition. Throws on constructs outside the supported part. */
export function matches(detection: DetectionMap, event: Event): boolean {
  const condition = detection['condition'];
  if (typeof condition !== 'string') throw new Error('Expected one condition, as text');
  const tokens = condition.match(/[()]|[^\s()]+/g) ?? [];
  let at = 0;

  const named = (pattern: string): string[] => {
    const names = Object.keys(detection).filter((name) => name !== 'condition');
    if (pattern === 'them') return names.filter((name) => !name.startsWith('_'));
    const found = names.filter((name) =>
      pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern,
    );
    if (found.length === 0) throw new Error(`The condition names \`${pattern}\`, which the rule lacks`);
    return found;
  };
  const holds = (name: string): boolean => selectionMatches(detection[name], event);

  const term = (): boolean => {
    const token = tokens[at++];
    if (token === undefined) throw new Error('The condition ends too early');
    if (token === 'not') return !term();
    if (token === '(') {
      const value = disjunction();
      if (tokens[at++] !== ')') throw new Error('A parenthesis is not closed');
      return value;
    }
    if ((token === '1' || token === 'any' || token === 'all') && tokens[at] === 'of') {
      const names = named(tokens[at + 1] ?? '');
      at += 2;
      return token === 'all' ? names.every(holds) : names.some(holds);
    }
    return named(token).every(holds);
  };
  // Both sides are always evaluated: skipping one would leave its tokens unread.
  const conjunction = (): boolean => {
    let value = term();
    while (tokens[at] === 'and') {
      at++;
      const right = term();
      value = value && right;
    }
    return value;
  };
  const disjunction = (): boolean => {
    let value = conjunction();
    while (tokens[at] === 'or') {
      at++;
      const right = conjunction();
      value = value || right;
    }
    return value;
  };

  const value = disjunction();
  if (at !== tokens.length)
    throw new Error(`The condition goes on after \`${tokens.slice(0, at).join(' ')}\``);
  return value;
}

function selectionMatches(selection: unknown, event: Event): boolean {
  if (Array.isArray(selection)) return selection.some((item) => selectionMatches(item, event));
  if (typeof selection !== 'object' || selection === null)
    throw new Error('Keyword searches are not supported');
  return Object.entries(selection).every(([key, expected]) => fieldMatches(key, expected, event));
}

function fieldMatches(key: string, expected: unknown, event: Event): boolean {
  const [field = '', ...modifiers] = key.split('|');
  const every = modifiers.includes('all');
  const values: unknown[] = Array.isArray(expected) ? expected : [expected];
  const test = (value: unknown): boolean => valueMatches(value, modifiers, event[field]);
  return every ? values.every(test) : values.some(test);
}

function valueMatches(expected: unknown, modifiers: readonly string[], actual: unknown): boolean {
  if (expected === null) return actual === null || actual === undefined || actual === '';
  if (actual === null || actual === undefined) return false;
  const text = textOf(actual);
  let pattern = textOf(expected);
  let [open, close] = ['', ''];
  for (const modifier of modifiers) {
    if (modifier === 're') return expression(pattern).test(text);
    else if (modifier === 'cidr') return inNetwork(text, pattern);
    else if (modifier === 'contains') [open, close] = ['.*', '.*'];
    else if (modifier === 'startswith') close = '.*';
    else if (modifier === 'endswith') open = '.*';
    else if (modifier === 'windash') pattern = pattern.replace(/(^|\s)[-/]/g, '$1\u0000');
    else if (modifier !== 'all') throw new Error(`The modifier \`${modifier}\` is not supported`);
  }
  return new RegExp(`^${open}${wildcards(pattern)}${close}$`, 'is').test(text);
}

/** A plain value as a regular expression: `*` and `?` are wildcards, a backslash escapes those and itself. */
function wildcards(pattern: string): string {
  return pattern.replace(/\\[\\*?]|[\s\S]/g, (token) => {
    if (token === '*') return '.*';
    if (token === '?') return '.';
    if (token === '\u0000') return '[-/\u2013\u2014\u2015]';
    return (token.length === 2 ? token.slice(1) : token).replace(/[\\^$.*+?()[\]{}|/]/, '\\$&');
  });
}

function expression(pattern: string): RegExp {
  return pattern.startsWith('(?i)') ? new RegExp(pattern.slice(4), 'i') : new RegExp(pattern);
}

function inNetwork(address: string, network: string): boolean {
  const [base = '', bits = ''] = network.split('/');
  const list = new BlockList();
  list.addSubnet(base, Number(bits));
  return isIPv4(address) && list.check(address);
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  throw new Error('Expected a scalar');
}
