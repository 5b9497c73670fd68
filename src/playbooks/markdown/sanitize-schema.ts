import { defaultSchema, type Options } from 'rehype-sanitize';

/** Ids that footnotes give themselves; no other id of the text survives. */
const NOTE_ID = /^note-(?:fn|fnref)-[\w-]+$|^footnote-label$/;

/** What moves the keyboard, names places of the page, or belongs to forms, which no text has. */
const NOT_FOR_TEXTS = new Set([
  ...['id', 'name', 'accessKey', 'tabIndex', 'useMap', 'isMap', 'htmlFor', 'action', 'method', 'encType'],
  ...['accept', 'acceptCharset', 'prompt', 'longDesc', 'itemProp', 'itemScope', 'itemType'],
]);

/** They choose among the addresses of an image, whose own address is all that is looked at. */
const CHOOSE_IMAGES = new Set(['picture', 'source']);

const { '*': everywhere = [], ...perElement } = defaultSchema.attributes ?? {};

/**
 * What HTML may come out of Markdown that nobody vouches for: GitHub's list, without ids, with web and mail
 * addresses only, and with everything that could run, load or draw over the page dropped together with its text.
 */
export const sanitizeSchema: Options = {
  ...defaultSchema,
  tagNames: defaultSchema.tagNames?.filter((name) => !CHOOSE_IMAGES.has(name)) ?? null,
  attributes: {
    ...perElement,
    a: [...(perElement['a'] ?? []), ['dataAttackId', /^[A-Z]{1,2}\d{4}(?:\.\d{3})?$/]],
    '*': [...everywhere.filter((name) => !NOT_FOR_TEXTS.has(String(name))), ['id', NOTE_ID]],
  },
  // The ids that are left are footnotes' own and carry a prefix.
  clobber: [],
  protocols: { href: ['http', 'https', 'mailto'], src: ['https'], cite: ['http', 'https'] },
  strip: [
    'script',
    'style',
    'template',
    'iframe',
    'object',
    'embed',
    'noscript',
    'textarea',
    'select',
    'svg',
    'math',
  ],
};
