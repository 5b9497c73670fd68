/** The icons of the site, of the Lucide set: add a line here to use another. */
import copy from 'lucide-static/icons/copy.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import external from 'lucide-static/icons/external-link.svg?raw';
import filter from 'lucide-static/icons/list-filter.svg?raw';
import menu from 'lucide-static/icons/menu.svg?raw';
import next from 'lucide-static/icons/chevron-right.svg?raw';
import previous from 'lucide-static/icons/chevron-left.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import table from 'lucide-static/icons/table-2.svg?raw';
import theme from 'lucide-static/icons/sun-moon.svg?raw';

export const ICONS = { copy, download, external, filter, menu, next, previous, search, table, theme };

export type IconName = keyof typeof ICONS;
