import { describe, expect, test } from 'vitest';
import { findParts } from '../../src/robustness/places/find-parts.ts';
import { judgeDraft } from '../../src/robustness/judge-draft.ts';
import { readFile } from '../read-file.ts';
import { corpora } from '../corpora.ts';
import { corpusFiles, corpusFolder } from '../corpus-files.ts';

/** What of a text is found for parts written so. */
function found(
  text: string,
  written: { field?: string; written: string }[],
  rule: { format: string; query?: string } = { format: 'sigma' },
): (string | undefined)[] {
  const parts = written.map((part) => ({ field: '', rung: 'tool' as const, why: '', ...part }));
  return findParts(text, rule, parts).map((place) => place && text.slice(place.start, place.end));
}

describe('the deciding parts of a Sigma rule', () => {
  const sigma = (detection: string): string =>
    `title: CommandLine|contains here\ndetection:\n${detection}level: high\n`;

  test('are the field with all of its values', () => {
    const text = sigma(
      "  selection:\n    Image|endswith: '\\a.exe'\n    CommandLine|contains: # any\n      - ' -enc '\n      - \"-e\\\\x\"\n  condition: selection\n",
    );
    expect(
      found(text, [
        { field: 'CommandLine', written: "CommandLine|contains: ' -enc ' … (2 values)" },
        { field: 'Image', written: "Image|endswith: '\\a.exe'" },
      ]),
    ).toEqual([
      `CommandLine|contains: # any\n      - ' -enc '\n      - "-e\\\\x"`,
      "Image|endswith: '\\a.exe'",
    ]);
  });

  test('are one value where all must hold, and a keyword where no field is named', () => {
    const text = sigma(
      "  selection:\n    CommandLine|contains|all:\n    - 'one'\n    - two\n  keywords:\n    - 'dont''t'\n    - b\n  condition: selection and keywords\n",
    );
    expect(
      found(text, [
        { field: 'CommandLine', written: "CommandLine|contains|all: 'two'" },
        { written: "'dont't' … (2 values)" },
      ]),
    ).toEqual(['two', "'dont''t'"]);
  });

  test('are not what the condition leaves out', () => {
    const text = sigma(
      "  filter_main:\n    Image: 'x'\n  selection:\n    - Image: 'x'\n    - Other: y\n  condition: selection and not 1 of filter_*\n",
    );
    const [place] = findParts(text, { format: 'sigma' }, [
      { field: 'Image', written: "Image: 'x'", rung: 'tool', why: '' },
    ]);
    expect(place?.start).toBe(text.lastIndexOf('Image'));
  });

  test('are not found where the values are others, or written in another style', () => {
    const text = sigma(
      "  selection:\n    Image:\n      - 'x'\n      - 'y'\n    B: [x, y]\n  condition: selection\n",
    );
    expect(
      found(text, [
        { field: 'Image', written: "Image: 'x' … (3 values)" },
        { field: 'B', written: "B: 'x' … (2 values)" },
        { field: 'Image', written: "Image|contains: 'x' … (2 values)" },
      ]),
    ).toEqual([undefined, undefined, undefined]);
  });
});

describe('the deciding parts of a query in text', () => {
  test('are found after the query begins, over line breaks and escapes', () => {
    const text =
      'description = "process.name == a"\nquery = "process where\\n  process.name  ==\\n \\"a\\" and x"\n';
    const query = 'process where\n  process.name  ==\n "a" and x';
    expect(
      found(text, [{ field: 'process.name', written: 'process.name == "a"' }], { format: 'elastic', query }),
    ).toEqual(['process.name  ==\\n \\"a\\"']);
  });

  test('are a list told by its first value', () => {
    const query = 'a:1 and process.name:(tor or "i2p x")';
    const part = { field: 'process.name', written: 'process.name:tor … (2 values)' };
    expect(found(query, [part], { format: 'elastic', query })).toEqual(['process.name:(tor or "i2p x")']);
  });

  test('are nowhere when the text does not hold them', () => {
    expect(found('a', [{ field: 'b', written: 'b == 1 …' }, { written: '…' }], { format: 'kql' })).toEqual([
      undefined,
      undefined,
    ]);
  });
});

const folder = corpora('places of deciding parts in public rule sets');
describe.runIf(folder)('public rule sets', () => {
  test.each([
    ['sigma-rules-history.bundle', ['rules*/**/*.yml'], 0.99],
    ['elastic-rules.tar.gz', ['**/*.toml'], 0.95],
  ])('of %s the first deciding part is found', (archive, globs, share) => {
    let [judged, places] = [0, 0];
    for (const { path, bytes } of corpusFiles(corpusFolder(folder ?? '', archive), globs)) {
      const lines = new TextDecoder().decode(bytes).split(/\r?\n/);
      for (const draft of readFile(path, bytes).detections) {
        const first = (draft.robustness ?? judgeDraft(draft))?.parts[0];
        if (!first) continue;
        judged += 1;
        const text = lines.slice(draft.lines.from - 1, draft.lines.to).join('\n');
        const [place] = findParts(text, draft, [first]);
        if (!place) continue;
        places += 1;
        // What is marked says the field, or is one of the values.
        const marked = text.slice(place.start, place.end).replaceAll(/['"]/g, '');
        expect(
          marked.includes(first.field) || first.written.replaceAll(/['"]/g, '').includes(marked),
          path,
        ).toBe(true);
      }
    }
    expect(judged).toBeGreaterThan(1000);
    expect(places / judged).toBeGreaterThan(share);
  });
});
