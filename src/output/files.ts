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
import type { Pieces } from './content.ts';
import { jsonLine, jsonPieces } from './json.ts';
import { layerIndex } from './layer-index.ts';
import { layerPath } from './paths.ts';

/** Path relative to the root of the output → what makes its JSON. */
export type DataFiles = ReadonlyMap<string, Pieces>;

/**
 * Layers and their index. `<domain>-all.json` holds every layer of the domain but those of single actors that the default
 * profile does not name.
 */
export function layerFiles(workspace: Workspace, layers: readonly NamedLayer[]): DataFiles {
  const files = new Map<string, Pieces>();
  for (const { domain, id, layer } of layers) files.set(layerPath(domain, id), () => jsonLine(layer));
  for (const [domain, ofDomain] of Map.groupBy(layers, (named) => named.domain)) {
    // The Navigator opens all of them from one file that holds a list. It does not survive a tab for each of a
    // thousand actors.
    const together = ofDomain.filter(({ alone }) => !alone);
    if (together.length === 0) continue;
    files.set(layerPath(domain, 'all'), () => listOf(together));
  }
  files.set('layers/index.json', () => jsonLine(layerIndex(workspace.config, layers)));
  return files;
}

function* listOf(layers: readonly NamedLayer[]): Generator<string, void> {
  let before = '[\n';
  for (const { layer } of layers) {
    yield before;
    yield* jsonPieces(layer);
    before = ',\n';
  }
  yield '\n]\n';
}

export function apiFiles(
  workspace: Workspace,
  coverage: Coverage,
  { gaps, backlog, actors }: Outlook,
  history?: History,
): DataFiles {
  const [profile] = coverage.profiles;
  const reports: Record<string, () => object> = {
    coverage: () => coverageReport(workspace, coverage),
    detections: () => detectionRecords(workspace),
    playbooks: () => playbookRecords(workspace.playbooks),
    exercises: () => exerciseRecords(workspace.exercises),
    findings: () => findingsReport(workspace.findings),
    gaps: () => gapsReport(workspace, profile, [...gaps.values()].flat()),
    backlog: () => backlogReport(workspace, profile, backlog),
    actors: () => actorsReport(workspace, profile, actors),
    ...(history && { history: () => historyReport(history, coverage) }),
  };
  return new Map(
    Object.entries(reports).map(([name, report]) => [`api/${name}.json`, () => jsonLine(report())]),
  );
}

/** Every file of the output that is data: what `coverbook layers` writes. Pure; the same input gives the same bytes. */
export function outputFiles(
  workspace: Workspace,
  coverage: Coverage,
  outlook: Outlook,
  layers: readonly NamedLayer[],
  history?: History,
): DataFiles {
  return new Map([...layerFiles(workspace, layers), ...apiFiles(workspace, coverage, outlook, history)]);
}
