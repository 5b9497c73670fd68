import { techniqueIdIn } from '../../attack/ids.ts';
import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { XmlElement } from '../../documents/xml.ts';
import type { MappingDraft, Pointer, TacticMappingDraft } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import { isPlaceholder, listItems } from './list-items.ts';

export interface WazuhMapping {
  mappings: MappingDraft[];
  tactics: TacticMappingDraft[];
}

/**
 * The `<id>`s in the `<mitre>` of a rule: techniques, and sometimes tactics. Wazuh looks the names up itself; where
 * somebody writes them (`<tactic>`, `<technique>`), tactics are kept and techniques stand in for a missing id.
 */
export function wazuhMapping(text: string, rule: XmlElement): WazuhMapping {
  const written = rule.children.flatMap(({ name, children }) => (name === 'mitre' ? children : []));
  const itemsOf = (name: string): TacticMappingDraft[] =>
    written.filter((element) => element.name === name).flatMap((element) => itemsIn(text, element));
  const ids = itemsOf('id');
  const isTactic = ({ written: id }: TacticMappingDraft): boolean => /^ta\d{4}$/i.test(id);
  const techniques = ids.filter((item) => !isTactic(item));
  const seen = new Set<string>();
  return {
    mappings: (techniques.length > 0 ? techniques : itemsOf('technique'))
      .map((item) => declaredTechnique(item.written, item.pointer))
      .filter(({ id }) => !seen.has(id) && seen.add(id)),
    tactics: [...ids.filter(isTactic), ...itemsOf('tactic')],
  };
}

/** The items of an element's text; more than one when ids stand side by side. Ids of MITRE ATLAS are not ATT&CK's. */
function itemsIn(text: string, element: XmlElement): TacticMappingDraft[] {
  const ids = element.text.trim().split(/[\s,;]+/);
  const isIds = ids.length > 1 && ids.every((id) => id === '' || techniqueIdIn(id) !== undefined);
  const items = isIds ? ids : listItems(element.text).map((item) => item.text);
  return items
    .filter((item) => item !== '' && !isPlaceholder(item) && !/^aml\./i.test(item))
    .map((item) => ({ written: item, pointer: placeOf(text, element, item) }));
}

function placeOf(text: string, { start, end }: XmlElement, item: string): Pointer {
  const at = text.indexOf(item, text.indexOf('>', start) + 1);
  return at === -1 || at >= end ? offsetPointer(start, end) : offsetPointer(at, at + item.length);
}
