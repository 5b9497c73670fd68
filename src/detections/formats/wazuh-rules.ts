import type { XmlElement } from '../../documents/xml.ts';
import { listItems } from './list-items.ts';
import type { Span } from './locate-rules.ts';

/** A `<rule>` with the names of the groups it stands in. */
export interface WazuhRule extends Span {
  element: XmlElement;
  groups: string[];
}

/** Every `<rule>` with an id, however its groups are nested; a rule of OSSEC may stand in no group. */
export function wazuhRules(elements: readonly XmlElement[], groups: string[] = []): WazuhRule[] {
  return elements.flatMap((element) => {
    const { name, attributes, children, start, end } = element;
    if (name === 'rule') return attributes['id'] === undefined ? [] : [{ element, groups, start, end }];
    const own = name === 'group' ? namesIn(attributes['name'] ?? '') : [];
    return wazuhRules(children, [...groups, ...own]);
  });
}

/** Whether a rule has what makes it one of Wazuh's: an id and a level, both numbers. */
export function isWazuhRule({ element: { attributes } }: WazuhRule): boolean {
  return [attributes['id'], attributes['level']].every((value) => /^\d+$/.test(value ?? ''));
}

/** The texts of a rule's direct children of one name, blanks made one. */
export function textsOfChildren({ children }: XmlElement, name: string): string[] {
  return children.flatMap((child) => {
    const text = child.text.replaceAll(/\s+/g, ' ').trim();
    return child.name === name && text !== '' ? text : [];
  });
}

/** Names of groups as Wazuh lists them, with a comma behind the last: `syslog,sshd,`. */
export function namesIn(list: string): string[] {
  return listItems(list).map(({ text }) => text);
}
