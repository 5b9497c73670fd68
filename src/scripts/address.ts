/** State of a page in the query of its address: it can be shared, and the back button undoes it. */

/** Empty values and those equal to the default are left out of the address. */
export type AddressState = Readonly<Record<string, string>>;

/** The state the address names, defaults filled in. Names other than the defaults' are left alone. */
export function readAddress(defaults: AddressState): Record<string, string> {
  const asked = new URLSearchParams(location.search);
  return Object.fromEntries(
    Object.entries(defaults).map(([name, value]) => [name, asked.get(name) ?? value]),
  );
}

/** Puts a state into the address: as a new entry of the browser's history, or in place of the current one. */
export function writeAddress(
  state: AddressState,
  defaults: AddressState,
  how: 'push' | 'replace' = 'push',
): void {
  const url = new URL(location.href);
  for (const [name, value] of Object.entries(state)) {
    if (value === '' || value === defaults[name]) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
  }
  if (url.href === location.href) return;
  if (how === 'push') history.pushState(undefined, '', url);
  else history.replaceState(undefined, '', url);
}

/** An address that follows what is drawn. */
export interface LateAddress {
  /** Keeps a state for the address. */
  keep: (state: AddressState, how?: 'push' | 'replace') => void;
  /** Writes what is kept: it is drawn. */
  write: () => void;
}

/**
 * Writes states once they are drawn: the browser takes longer for an entry of its history than for a paint. What the reader
 * does next finds them written, drawn or not.
 */
export function lateAddress(defaults: AddressState): LateAddress {
  let kept: (() => void) | undefined;
  const write = (): void => {
    kept?.();
    kept = undefined;
  };
  for (const input of ['pointerdown', 'keydown']) addEventListener(input, write, { capture: true });
  onAddressChange(() => {
    kept = undefined;
  });
  return {
    keep: (state, how) => {
      write();
      kept = () => {
        writeAddress(state, defaults, how);
      };
    },
    write,
  };
}

/** Calls back when the reader goes back or forward. */
export function onAddressChange(changed: () => void): void {
  addEventListener('popstate', changed);
}
