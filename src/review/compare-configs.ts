import type { Config } from '../workspace/config.ts';
import type { Difference } from './difference.ts';
import { listDifference } from './differences/list.ts';
import { valueDifference } from './differences/value.ts';

/** Settings that are spans of days, however they are written. */
const SPANS: ReadonlySet<string> = new Set([
  'coverage.proofWindow',
  'coverage.playbookWindow',
  'coverage.detectionWindow',
]);

/** How a config differs, key by key: `coverage.proofWindow`, `sources.team.role`. */
export function configDifferences(before: Config, after: Config): Difference[] {
  return differences('', settings(before), settings(after));
}

/** Where the file lies, and what an editor is to know of it. */
const NO_SETTING: ReadonlySet<string> = new Set(['file', 'root', '$schema']);

/** Without what says where the file lies; lists of things with a name become things by their names. */
function settings({ sources, robustness, scope, ...config }: Config): Settings {
  const others = Object.entries(config).filter(([key]) => !NO_SETTING.has(key));
  const settings: object = {
    ...Object.fromEntries(others),
    scope: {
      platforms: scope.platforms,
      decisions: byName(scope.decisions, (decision) => decision.techniques.join(' ')),
    },
    robustness: byName(robustness, ({ detection }) => detection),
    sources: byName(sources, ({ name }) => name),
  };
  return settings as Settings;
}

interface Settings {
  readonly [key: string]: Setting;
}
type Setting = string | number | boolean | undefined | readonly string[] | Settings;

function byName<T>(items: readonly T[], nameOf: (item: T) => string): Record<string, T> {
  return Object.fromEntries(items.map((item) => [nameOf(item), item]));
}

function differences(path: string, before: Settings, after: Settings): Difference[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key): Difference[] => {
    const name = path === '' ? key : `${path}.${key}`;
    const [was, is] = [before[key], after[key]];
    if (isSettings(was) || isSettings(is)) {
      // What is there on one side alone is told by its keys, each with one value.
      return differences(name, isSettings(was) ? was : {}, isSettings(is) ? is : {});
    }
    if (Array.isArray(was) || Array.isArray(is)) return listDifference(name, listOf(was), listOf(is));
    const unit = SPANS.has(name) ? ' days' : '';
    return valueDifference(name, textOf(was, unit), textOf(is, unit));
  });
}

function isSettings(setting: Setting): setting is Settings {
  return typeof setting === 'object' && !Array.isArray(setting);
}

function listOf(setting: Setting): readonly string[] {
  return Array.isArray(setting) ? setting.map(String) : [];
}

function textOf(setting: Setting, unit: string): string | undefined {
  return setting === undefined || typeof setting === 'object' ? undefined : `${String(setting)}${unit}`;
}
