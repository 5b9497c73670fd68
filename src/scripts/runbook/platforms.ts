import { onAddressChange, readAddress, writeAddress } from '../address.ts';
import { platformPicker } from './platform-picker.ts';
import { isFor, tabGroups, type QueryTabGroup } from './query-tab-group.ts';
import { walkTabs } from './tab-keys.ts';

const DEFAULTS = { platform: '' };

/**
 * One choice for all queries of the page: opening a platform's tab opens it everywhere and puts it into the address
 * (`?platform=splunk`), which takes the language of the queries as well (`?platform=spl`).
 */
export function choosePlatforms(page: HTMLElement): void {
  const groups = tabGroups(page);
  if (groups.length === 0) return;

  const open = (platform: string, chosenBy?: HTMLElement): void => {
    const before = chosenBy?.getBoundingClientRect().top;
    const language = languageOf(groups, platform);
    for (const group of groups) {
      const tab =
        group.tabs.find((one) => isFor(one, platform)) ??
        group.tabs.find((one) => language !== undefined && one.dataset['language'] === language);
      if (tab) tab.open = true;
    }
    picker.show(platform);
    // Tabs above may have become longer or shorter: what was chosen stays under the reader's eyes.
    if (chosenBy && before !== undefined)
      scrollBy({ top: chosenBy.getBoundingClientRect().top - before, behavior: 'instant' });
  };
  const choose = (platform: string, chosenBy?: HTMLElement): void => {
    writeAddress({ platform }, DEFAULTS, 'replace');
    open(platform, chosenBy);
  };

  const picker = platformPicker(page, groups, choose);
  for (const group of groups) {
    for (const tab of group.tabs) {
      const summary = tab.querySelector('summary');
      summary?.addEventListener('click', (event) => {
        // One of them is always open.
        event.preventDefault();
        choose(tab.dataset['platform'] ?? '', summary);
      });
    }
    walkTabs(group, choose);
  }
  const read = (): void => {
    const { platform = '' } = readAddress(DEFAULTS);
    if (platform !== '') open(platform.toLowerCase());
    else picker.show(groups[0]?.tabs.find((tab) => tab.open)?.dataset['platform'] ?? '');
  };
  onAddressChange(read);
  read();
}

function languageOf(groups: readonly QueryTabGroup[], platform: string): string | undefined {
  return groups.flatMap(({ tabs }) => tabs).find((tab) => isFor(tab, platform))?.dataset['language'];
}
