import { isFor, tabLabel, type QueryTabGroup } from './query-tab-group.ts';

/**
 * Fills the choice of a platform beside the text, one radio button for each platform in the order they come. Left hidden
 * where there is nothing to choose.
 */
export function platformPicker(
  page: HTMLElement,
  groups: readonly QueryTabGroup[],
  choose: (platform: string) => void,
): { show: (platform: string) => void } {
  const place = page.querySelector<HTMLElement>('[data-platform-choice]');
  const tabs = new Map(
    groups.flatMap((group) => group.tabs.map((tab) => [tab.dataset['platform'] ?? '', tab] as const)),
  );
  const radios = [...tabs].map(([platform, tab]) => {
    const label = document.createElement('label');
    const radio = document.createElement('input');
    radio.type = 'radio';
    radio.name = 'platform';
    radio.value = platform;
    radio.addEventListener('change', () => {
      choose(platform);
    });
    label.append(radio, ` ${tabLabel(tab)}`);
    place?.append(label);
    return { radio, tab };
  });
  if (place && radios.length > 1) place.hidden = false;
  return {
    show: (platform) => {
      for (const { radio } of radios) radio.checked = false;
      const shown =
        radios.find(({ radio }) => radio.value === platform) ??
        radios.find(({ tab }) => isFor(tab, platform));
      if (shown) shown.radio.checked = true;
    },
  };
}
