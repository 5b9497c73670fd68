import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';
import { linkKind } from '../../src/playbooks/markdown/link-safety.ts';

/** All that HTML out of a text may consist of. */
const ELEMENTS = new Set(
  (
    'a b blockquote br code dd del details div dl dt em h1 h2 h3 h4 h5 h6 hr i ins kbd li ol p pre q rp rt ruby s ' +
    'samp section span strike strong sub summary sup table tbody td tfoot th thead tr tt ul var input'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'abbr align alt axis border cellpadding cellspacing char charoff charset checked ' +
    'cite class clear color cols colspan compact coords data-attack-id data-footnote-backref data-footnote-ref ' +
    'data-footnotes data-language data-platform data-step datetime dir disabled frame headers height href hreflang ' +
    'hspace id label lang maxlength media multiple name nohref noshade nowrap open readonly rel rev ' +
    'role rows rowspan rules scope selected shape size span start summary tabindex title type  valign value vspace ' +
    'width aria-describedby aria-hidden aria-label aria-labelledby'
  ).split(' '),
);

/** What stands in a piece of HTML that no text may bring into a page; empty when all is well. */
export function htmlProblems(html: string): string[] {
  const fragment = parseFragment(html);
  const problems = [...elementsOf(fragment)].flatMap(({ tagName, namespaceURI, attrs }) => [
    ...(ELEMENTS.has(tagName) && namespaceURI.endsWith('/xhtml') ? [] : [`<${tagName}>`]),
    ...attrs.flatMap(({ name, value }) => attributeProblems(tagName, name, value)),
  ]);
  // What a parser makes of it, written down and parsed again, is the same: no text becomes markup the second time.
  const written = serialize(fragment);
  if (serialize(parseFragment(written)) !== written)
    problems.push('HTML that reads otherwise when it is read again');
  return problems;
}

function attributeProblems(tagName: string, name: string, value: string): string[] {
  if (!ATTRIBUTES.has(name) || (name === 'tabindex' && value !== '0'))
    return [`${name}="${value}" of <${tagName}>`];
  const isAddress = ['href', 'src', 'cite', 'action'].includes(name);
  return isAddress && linkKind(value) === 'unsafe' ? [`the address ${value}`] : [];
}

type Element = DefaultTreeAdapterTypes.Element;

function* elementsOf(parent: DefaultTreeAdapterTypes.ParentNode): Generator<Element> {
  const open: DefaultTreeAdapterTypes.ParentNode[] = [parent];
  for (let node = open.pop(); node; node = open.pop()) {
    for (const child of node.childNodes) {
      if (!('tagName' in child)) continue;
      yield child;
      open.push(child);
    }
  }
}
