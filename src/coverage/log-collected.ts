import type { DataComponent } from '../attack/facts.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';

/**
 * Whether the team collects what rules call a log source. Only what the names themselves say: the log by its own name, or
 * a Sigma category by the data component it is called after (`process_creation`, “Process Creation”). Anything else is
 * `unknown`, as is everything where nobody says what is collected.
 *
 * @param log As a rule names it: `windows · process_creation`.
 * @param platforms ATT&CK's, of the rules that name it; empty for any.
 */
export function logCollected(
  log: string,
  platforms: readonly string[],
  {
    logs,
    components,
  }: { logs: readonly CollectedLog[] | undefined; components: readonly Pick<DataComponent, 'id' | 'name'>[] },
): 'yes' | 'no' | 'unknown' {
  if (!logs) return 'unknown';
  const isHere = (collected: CollectedLog): boolean =>
    collected.platforms.length === 0 ||
    platforms.length === 0 ||
    collected.platforms.some((platform) => platforms.includes(platform));
  if (logs.some((collected) => plain(collected.logSource ?? '') === plain(log) && isHere(collected)))
    return 'yes';
  const names = log.split(' · ').map(plain);
  const component = components.find(({ name }) => names.includes(plain(name)));
  if (!component) return 'unknown';
  return logs.some((collected) => collected.components.includes(component.id) && isHere(collected))
    ? 'yes'
    : 'no';
}

function plain(name: string): string {
  return name
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ')
    .trim();
}
