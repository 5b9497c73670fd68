import type { Analytic, DataComponent, DetectionStrategy, LogSource, Mitigation } from '../facts.ts';
import { byCodeUnit } from '../order.ts';
import { attackId } from './attack-id.ts';
import type { StixObjects } from './bundle.ts';
import { byId } from './by-id.ts';
import { isActive, type StixCommon } from './objects.ts';
import { platformsOf } from './techniques.ts';

/** Active mitigations, sorted by id. Early ones, all deprecated, bear the id of their technique. */
export function readMitigations(objects: StixObjects): Mitigation[] {
  return byId(objects['course-of-action'].filter(isActive), named);
}

/** Active data components, sorted by id. They have ids since v18. */
export function readDataComponents(objects: StixObjects): DataComponent[] {
  return byId(objects['x-mitre-data-component'].filter(isActive), named);
}

/** Active detection strategies, sorted by id; v18 brought them. */
export function readDetectionStrategies(
  objects: StixObjects,
  ids: ReadonlyMap<string, string>,
): DetectionStrategy[] {
  return byId(objects['x-mitre-detection-strategy'].filter(isActive), (object) => {
    const base = named(object);
    return base && { ...base, analytics: idsOf(object.x_mitre_analytic_refs ?? [], ids) };
  });
}

/** Active analytics, sorted by id. */
export function readAnalytics(objects: StixObjects, ids: ReadonlyMap<string, string>): Analytic[] {
  return byId(objects['x-mitre-analytic'].filter(isActive), (object) => {
    const base = named(object);
    const logs = object.x_mitre_log_source_references ?? [];
    const refs = logs.flatMap((log) => log.x_mitre_data_component_ref ?? []);
    return (
      base && {
        ...base,
        platforms: platformsOf(object),
        dataComponents: idsOf(refs, ids),
        logSources: logSourcesOf(logs, ids),
      }
    );
  });
}

/** Distinct, in the order of the bundle. The data components' own names stand in where a domain knows no logs. */
function logSourcesOf(
  logs: readonly { x_mitre_data_component_ref?: string | undefined; name?: string | undefined }[],
  ids: ReadonlyMap<string, string>,
): LogSource[] {
  const sources = new Map<string, LogSource>();
  for (const { x_mitre_data_component_ref: ref = '', name = '' } of logs) {
    const dataComponent = ids.get(ref);
    const log = name.trim();
    if (dataComponent === undefined || log === '') continue;
    sources.set(`${dataComponent} ${log}`, { name: log, dataComponent });
  }
  return [...sources.values()];
}

function named(object: StixCommon): { id: string; name: string } | undefined {
  const id = attackId(object);
  return id === undefined ? undefined : { id, name: object.name };
}

/** Distinct ATT&CK ids of STIX references, sorted; what is not active is left out. */
function idsOf(refs: readonly string[], ids: ReadonlyMap<string, string>): string[] {
  return [...new Set(refs.flatMap((ref) => ids.get(ref) ?? []))].sort(byCodeUnit);
}
