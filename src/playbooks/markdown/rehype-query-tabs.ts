import type { Element, ElementContent, Parents, Root, RootContent } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { languageTitle } from '../../highlight/highlighter.ts';
import { isQueryLanguage, languageName } from '../query-languages.ts';
import { namesPlatform } from '../query-platforms.ts';
import { eachElement } from './each-element.ts';
import { headingLevel } from './heading-level.ts';
import { platformKey } from './platform-key.ts';
import type { Span } from './section-of.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

type Content = RootContent | ElementContent;

/** One query with what stands beside it, and what its tab is called. */
interface Alternative {
  label: string;
  language: string;
  content: Content[];
  /** The id of the heading that became the tab: links to it still lead there. */
  id?: string;
  span: Span;
}

/**
 * Puts queries that ask the same of several platforms into tabs: blocks in different query languages one after the other,
 * and sections of one level that are headed by a platform and hold one query each. Runs after ids and highlighting.
 */
export function rehypeQueryTabs(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { runbook, idPrefix } = settingsOf(file, fixed);
    if (!runbook) return;
    let made = 0;
    const within = (parent: Parents): void => {
      for (let place = 0; place < parent.children.length; place += 1) {
        const group = headedGroup(parent.children, place) ?? bareGroup(parent.children, place);
        if (!group) continue;
        made += 1;
        const to = group.at(-1)?.span.to ?? place + 1;
        const tabs = queryTabs(group, `${idPrefix}tabs-${String(made)}`);
        (parent.children as Content[]).splice(place, to - place, tabs);
      }
    };
    within(tree);
    eachElement(tree, (element) => {
      if (element.tagName === 'pre' || element.properties['className']?.toString() === 'query-tabs')
        return 'skip';
      within(element);
      return undefined;
    });
  };
}

/** Sections from `place` on, each headed by a platform; at least two, in different languages. */
function headedGroup(blocks: readonly Content[], place: number): Alternative[] | undefined {
  const level = levelOf(blocks[place]);
  const group: Alternative[] = [];
  for (let from = place; level !== undefined && levelOf(blocks[from]) === level;) {
    // A section that holds another is none: what ends it is the next heading, whatever its level.
    let to = from + 1;
    while (to < blocks.length && levelOf(blocks[to]) === undefined) to += 1;
    const isFlat = to === blocks.length || (levelOf(blocks[to]) ?? 0) <= level;
    const [heading, ...content] = blocks.slice(from, to);
    const queries = content.filter(isQuery);
    const [query] = queries;
    if (heading?.type !== 'element' || !query || queries.length > 1 || !isFlat) break;
    const label = toString(heading).trim();
    const language = languageOf(query);
    if (!namesPlatform(label) || group.some((other) => other.language === language)) break;
    const { id } = heading.properties;
    group.push({ label, language, content, span: { from, to }, ...(typeof id === 'string' && { id }) });
    from = to;
  }
  return group.length > 1 ? group : undefined;
}

function levelOf(block: Content | undefined): number | undefined {
  return block?.type === 'element' ? headingLevel(block) : undefined;
}

/** Blocks of code from `place` on with nothing between them; at least two, in different languages. */
function bareGroup(blocks: readonly Content[], place: number): Alternative[] | undefined {
  const group: Alternative[] = [];
  for (let at = place; at < blocks.length; at += 1) {
    const block = blocks[at];
    if (block?.type === 'text' && block.value.trim() === '' && group.length > 0) continue;
    if (!block || !isQuery(block)) break;
    const language = languageOf(block);
    if (group.some((other) => other.language === language)) break;
    group.push({
      label: languageTitle(language),
      language,
      content: [block],
      span: { from: at, to: at + 1 },
    });
  }
  return group.length > 1 ? group : undefined;
}

function queryTabs(group: readonly Alternative[], name: string): Element {
  return element(
    'div',
    { className: ['query-tabs'] },
    group.map(({ label, language, content, id }, index) =>
      element(
        'details',
        {
          className: ['query-tab'],
          name,
          open: index === 0,
          dataPlatform: platformKey(label),
          dataLanguage: language,
        },
        [
          element('summary', {}, [{ type: 'text', value: label }]),
          element(
            'div',
            { className: ['query-body'], ...(id !== undefined && { id }) },
            content as ElementContent[],
          ),
        ],
      ),
    ),
  );
}

function isQuery(node: Content): node is Element {
  return (
    node.type === 'element' &&
    node.tagName === 'pre' &&
    isQueryLanguage(String(node.properties['dataLanguage']))
  );
}

function languageOf({ properties }: Element): string {
  return languageName(String(properties['dataLanguage']));
}

function element(tagName: string, properties: Element['properties'], children: ElementContent[]): Element {
  return { type: 'element', tagName, properties, children };
}
