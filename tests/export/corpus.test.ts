import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, expect, test } from 'vitest';
import { collect } from '../../src/export/collect.ts';
import { toCsv } from '../../src/export/csv.ts';
import { toStix } from '../../src/export/stix.ts';
import { detectionsTable } from '../../src/export/tables/detections.ts';
import { TABLES } from '../../src/export/tables.ts';
import { toXlsx } from '../../src/export/xlsx.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { corpora } from '../corpora.ts';
import { corpusFolder } from '../corpus-files.ts';
import { unzip } from './unzip.ts';

const folder = corpora('exports of public rule sets');
const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-exports-'));
afterAll(() => {
  rmSync(cacheDir, { recursive: true, force: true });
});

test.runIf(folder)(
  'every rule of SigmaHQ is exported, and none as a formula',
  { timeout: 120_000 },
  async () => {
    const path = corpusFolder(folder ?? '', 'sigma-rules-history.bundle');
    const config = await parseConfig(
      JSON.stringify({
        title: 'Public rules',
        site: 'https://soc.example.org',
        sources: [{ name: 'rules', path, include: ['rules/**'] }],
      }),
      join(cacheDir, 'coverbook.yaml'),
    );
    const { workspace } = await loadWorkspace(config, {
      cacheDir,
      attackDir: cacheDir,
      useCache: false,
      history: false,
      now: '2026-08-05',
    });
    const input = collect(workspace);
    // Counted without a parser: rules of the folder that start a line with `title:`.
    const titles = rulesIn(join(path, 'rules')).filter((text) => /^title:/m.test(text)).length;
    const rows: string[][] = parse(toCsv(detectionsTable.build(input)));
    expect(rows).toHaveLength(titles + 1);
    for (const cell of rows.flat()) {
      if (/^-\d+$/.test(cell)) continue;
      expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
    }

    const files = unzip(
      await toXlsx(
        workspace,
        TABLES.map((definition) => definition.build(input)),
      ),
    );
    const sheet = files.get('xl/worksheets/sheet3.xml') ?? '';
    expect(sheet.match(/<row /g)).toHaveLength(titles + 1);
    for (const text of files.values()) expect(text).not.toMatch(/<f[ >]/);

    const indicators = toStix(workspace).objects.filter(({ type }) => type === 'indicator');
    expect(indicators).toHaveLength(workspace.detections.filter(({ counts }) => counts).length);
  },
);

function rulesIn(directory: string): string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.yml'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
}
