/** Exit codes of every command; scripts and CI jobs rely on them. */
export const EXIT = {
  ok: 0,
  /** There are findings at or above the gate. */
  findings: 1,
  /** Wrong usage or config. */
  usage: 2,
  /** Content or environment cannot be read. */
  unreadable: 3,
} as const;
