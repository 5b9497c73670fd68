import fc from 'fast-check';
import { outlookOf } from '../../../src/coverage/outlook.ts';
import { toCsv } from '../../../src/export/csv.ts';
import { toStix } from '../../../src/export/stix.ts';
import { TABLES } from '../../../src/export/tables.ts';
import { toXlsx } from '../../../src/export/xlsx.ts';
import { buildLayers } from '../../../src/navigator/layers.ts';
import { outputFiles } from '../../../src/output/files.ts';
import { locateFindings } from '../../../src/workspace/locate-findings.ts';
import { validateLayer } from '../../navigator/navigator-rules.ts';
import { mutatedFile, type MutatedFile, type Seed } from '../mutated-file.ts';
import { sideOf } from '../side-of.ts';
import { aTarget, type Seeds, type Target } from '../target.ts';

/** A handful of files in folders, some of them read by nobody. */
export function mutatedFiles(seeds: Seeds): fc.Arbitrary<MutatedFile[]> {
  const all = [...seeds.values()].flat() as unknown as readonly [Seed, ...Seed[]];
  return fc
    .array(mutatedFile(all), { minLength: 1, maxLength: 6 })
    .map((files) =>
      files.map((file, index) => ({ ...file, path: file.path.replace('any', `file-${index}`) })),
    );
}

/** Some files through everything that `layers` and `export` write. */
export function workspaceTarget(seeds: Seeds): Target {
  return aTarget(
    'workspace',
    mutatedFiles(seeds),
    async (files) => {
      const { workspace: bare, coverage, pending, sources } = sideOf('head', files);
      const workspace = { ...bare, findings: await locateFindings(pending, sources) };
      const outlook = outlookOf(workspace, coverage);
      const layers = buildLayers(workspace, coverage, {
        actors: outlook.actors,
        select: { actors: 'profile' },
      });
      for (const { id, layer } of layers)
        if (!validateLayer(layer))
          throw new Error(`The layer ${id}: ${JSON.stringify(validateLayer.errors)}`);
      for (const [path, pieces] of outputFiles(workspace, coverage, outlook, layers)) {
        const text = [...pieces()].join('');
        if (!text.isWellFormed() || text.includes('\0')) throw new Error(`${path} holds half a character.`);
      }
      const input = { workspace, coverage, ...outlook, gaps: [...outlook.gaps.values()].flat() };
      const tables = TABLES.map((table) => table.build(input));
      for (const table of tables) toCsv(table);
      await toXlsx(workspace, tables);
      toStix(workspace);
    },
    0.05,
  );
}
