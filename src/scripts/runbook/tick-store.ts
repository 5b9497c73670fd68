const PREFIX = 'coverbook-ticks:';

/** Keys of the ticked steps of a playbook; none where the browser keeps nothing. */
export function readTicks(playbook: string): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(PREFIX + playbook) ?? '[]');
    return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
  } catch {
    return [];
  }
}

/** Where storage is switched off or full, ticks hold until the page is left. */
export function writeTicks(playbook: string, keys: readonly string[]): void {
  try {
    if (keys.length === 0) localStorage.removeItem(PREFIX + playbook);
    else localStorage.setItem(PREFIX + playbook, JSON.stringify(keys));
  } catch {
    // Nothing else depends on it.
  }
}
