import type { Coverage } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import type { Outlook } from '../coverage/outlook.ts';
import { actorsReport } from '../export/api/actors.ts';
import { backlogReport } from '../export/api/backlog.ts';
import { coverageReport } from '../export/api/coverage.ts';
import { detectionRecords } from '../export/api/detections.ts';
import { exerciseRecords } from '../export/api/exercises.ts';
import { findingsReport } from '../export/api/findings.ts';
import { gapsReport } from '../export/api/gaps.ts';
import { historyReport } from '../export/api/history.ts';
import { playbookRecords } from '../export/api/playbooks.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { toJson } from './json.ts';
import { layerIndex } from './layer-index.ts';
import { layerPath } from './paths.ts';

/**
 * Layers and their index: path relative to the root of the output → JSON text. `<domain>-all.json` holds every layer of
 * the domain but those of single actors that the default profile does not name.
 */
export function layerFiles(workspace: Workspace, layers: readonly NamedLayer[]): Map<string, string> {
  const files = new Map<string, string>();
  for (const { domain, id, layer } of layers) files.set(layerPath(domain, id), toJson(layer));
  for (const [domain, ofDomain] of Map.groupBy(layers, (named) => named.domain)) {
    // The Navigator opens all of them from one file that holds a list; their texts are there already. It does not
    // survive a tab for each of a thousand actors.
    const together = ofDomain.filter(({ alone }) => !alone);
    if (together.length === 0) continue;
    const texts = together.map(({ id }) => files.get(layerPath(domain, id))?.trimEnd());
    files.set(layerPath(domain, 'all'), `[\n${texts.join(',\n')}\n]\n`);
  }
  files.set('layers/index.json', toJson(layerIndex(workspace.config, layers)));
  return files;
}

/** API files: path relative to the root of the output → JSON text. */
export function apiFiles(
  workspace: Workspace,
  coverage: Coverage,
  { gaps, backlog, actors }: Outlook,
  history?: History,
): Map<string, string> {
  const [profile] = coverage.profiles;
  return new Map([
    ['api/coverage.json', toJson(coverageReport(workspace, coverage))],
    ['api/detections.json', toJson(detectionRecords(workspace))],
    ['api/playbooks.json', toJson(playbookRecords(workspace.playbooks))],
    ['api/exercises.json', toJson(exerciseRecords(workspace.exercises))],
    ['api/findings.json', toJson(findingsReport(workspace.findings))],
    ['api/gaps.json', toJson(gapsReport(workspace, profile, [...gaps.values()].flat()))],
    ['api/backlog.json', toJson(backlogReport(workspace, profile, backlog))],
    ['api/actors.json', toJson(actorsReport(workspace, profile, actors))],
    ...(history ? [['api/history.json', toJson(historyReport(history, coverage))] as const] : []),
  ]);
}

/** Every file of the output that is data: what `coverbook layers` writes. Pure; the same input gives the same bytes. */
export function outputFiles(
  workspace: Workspace,
  coverage: Coverage,
  outlook: Outlook,
  layers: readonly NamedLayer[],
  history?: History,
): Map<string, string> {
  return new Map([...layerFiles(workspace, layers), ...apiFiles(workspace, coverage, outlook, history)]);
}
