import type { Page } from 'playwright-core';

/** What is on a page that none of its templates makes: elements, handlers and addresses out of a text. */
export function foreignOn(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter(
        (element) =>
          element.matches(
            'img, iframe, object, embed, base, script:not([src]), style, [autofocus], [srcdoc]',
          ) ||
          element.getAttributeNames().some((name) => name.startsWith('on')) ||
          ['href', 'src', 'action', 'formaction'].some((name) =>
            /^\s*(?:javascript|data|vbscript):|^\/\//i.test(element.getAttribute(name) ?? ''),
          ),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  );
}
