const NETWORK = /^(?:\d{1,3}(?:\.\d{1,3}){3}|[\da-f]*:[\da-f:.]+)\/\d{1,3}$/i;

/** Whether a value is a network in CIDR notation. */
export function isNetwork(value: string): boolean {
  return value.length < 50 && NETWORK.test(value);
}
