/** The tabs of one step: disclosures of which one is open. */
export interface QueryTabGroup {
  tabs: HTMLDetailsElement[];
}

export function tabGroups(page: HTMLElement): QueryTabGroup[] {
  return [...page.querySelectorAll<HTMLElement>('.query-tabs')]
    .map((group) => ({ tabs: [...group.querySelectorAll<HTMLDetailsElement>(':scope > details')] }))
    .filter(({ tabs }) => tabs.length > 0);
}

/** Whether a tab is the one a name asks for: its platform or its language. */
export function isFor({ dataset }: HTMLDetailsElement, name: string): boolean {
  return name !== '' && (dataset['platform'] === name || dataset['language'] === name);
}

/** What a tab is called. */
export function tabLabel(tab: HTMLDetailsElement): string {
  return tab.querySelector('summary')?.textContent.trim() ?? '';
}
