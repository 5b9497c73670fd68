import type { Root } from 'hast';
import { element, type Child } from './element.ts';
import type { PageStyles } from './styles.ts';

/** A page that loads nothing and runs nothing, and that no search engine keeps. `main` needs the id `content`. */
export function standalonePage(title: string, { css, policy }: PageStyles, ...body: Child[]): Root {
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, title),
    // Our own text, as it is: the policy allows just these characters.
    { type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: css }] },
  );
  const skip = element('a', { className: ['skip'], href: '#content' }, 'Skip to the content');
  return {
    type: 'root',
    children: [
      { type: 'doctype' },
      element('html', { lang: 'en' }, head, element('body', {}, skip, ...body)),
    ],
  };
}
