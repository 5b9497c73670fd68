import { createHash } from 'node:crypto';
import type { PlacedSide } from '../../src/review/comparison.ts';
import { placesOf } from '../../src/review/sides/place-of.ts';
import { assessSide } from '../../src/review/sides/read-side.ts';
import { openContentCache } from '../../src/workspace/content-cache.ts';
import { mappingContext } from '../../src/workspace/mapping-context.ts';
import { readFile } from '../read-file.ts';
import { aSource, aWorkspace, embeddedBase } from '../workspace-builder.ts';
import type { MutatedFile } from './mutated-file.ts';

const { config: parsed } = aWorkspace({
  config: {
    title: 'Example',
    site: 'https://soc.example.org',
    attack: { domains: ['ics'] },
    threats: ['content/**'],
    sources: [{ name: 'team', path: 'content' }],
  },
});
const knowledge = mappingContext(new Map([['ics', embeddedBase('ics')]]));

/** What a run makes of some files: read, resolved, checked, assessed. */
export function sideOf(side: PlacedSide['side'], files: readonly MutatedFile[]): PlacedSide {
  const source = aSource({ name: 'team', path: '/team/content' });
  const contents = files.map(({ path, bytes }) => ({
    file: { path, id: createHash('sha1').update(bytes).digest('hex'), size: bytes.length },
    content: readFile(path, bytes),
  }));
  const read = {
    source: {
      ...source,
      files: contents.map(({ file }) => file),
      // eslint-disable-next-line @typescript-eslint/require-await -- the contract is asynchronous, memory is not
      async *read(wanted: readonly { path: string }[]) {
        for (const { file } of contents)
          if (wanted.some(({ path }) => path === file.path))
            yield { file, bytes: files.find(({ path }) => path === file.path)?.bytes ?? Buffer.of() };
      },
    },
    folder: 'content',
    contents,
    cache: openContentCache(undefined, source.spec, 'any'),
    history: new Map(),
  };
  const assessed = assessSide(parsed, knowledge, [read], '2026-06-01');
  return { ...assessed, side, placeOf: placesOf(assessed, 'coverbook.yaml') };
}
