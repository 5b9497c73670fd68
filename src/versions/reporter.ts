import type { TouchedItem, VersionImpact } from './version-impact.ts';

/** One way to print what a version changes. To add one is to add a file under `reporters/` and a line below it. */
export interface ImpactReporter {
  /** As `--format` names it. */
  id: string;
  /**
   * The whole report, newline at the end.
   *
   * @param pathOf How an item's file is named.
   */
  report(impact: VersionImpact, pathOf: (item: TouchedItem) => string): string;
}
