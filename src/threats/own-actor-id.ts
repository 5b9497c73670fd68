import { nameInAddress } from '../documents/name-in-address.ts';

/** What an actor is called by in addresses and file names whom ATT&CK does not know. */
export function ownActorId(name: string): string {
  return nameInAddress(name, 'actor');
}
