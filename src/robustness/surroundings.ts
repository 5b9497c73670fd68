import type { SystemProgram } from './system-programs.ts';

/** What is known of an event beside the condition that is weighed. */
export interface Surroundings {
  /** The program of the system the same event must name. */
  program?: SystemProgram | undefined;
  parentProgram?: SystemProgram | undefined;
  /** The same event must touch a key of the system: other conditions on the key are parts of one. */
  systemKey?: boolean | undefined;
  /** What a field only has to have is looked up in a list of indicators. */
  comparesLists?: boolean | undefined;
  /** Requests to our own servers. */
  inbound?: boolean | undefined;
  /** Logs in which a device writes its own words and nothing else. */
  deviceLog?: boolean | undefined;
}
