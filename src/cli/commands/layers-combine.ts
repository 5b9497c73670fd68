import { Option, type Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import type { Domain } from '../../attack/domain.ts';
import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import { loadKnowledge } from '../../attack/load.ts';
import { byVersion } from '../../attack/order.ts';
import { listVersions } from '../../attack/store.ts';
import type { ForeignLayer } from '../../navigator/combine/foreign-layer.ts';
import { OPERATIONS, type Operation } from '../../navigator/combine/operation.ts';
import { majorOf } from '../../navigator/frame.ts';
import { toJson } from '../../output/json.ts';
import { writeFiles } from '../../output/write.ts';
import { SourceError } from '../../sources/source-error.ts';
import { attackFolder } from '../cache-folder.ts';
import type { Io } from '../io.ts';
import { UsageError } from '../usage-error.ts';

interface CombineCommandOptions {
  op: Operation;
  out?: string;
  name?: string;
}

/** `coverbook layers combine a.json b.json --op subtract`: a layer computed from layers. */
export function addLayersCombine(layers: Command, io: Io): void {
  layers
    .command('combine')
    .description('compute a layer from layers of one domain, ours or those of other tools, and print it')
    .argument('<files...>', 'two or more layer files, format 4.x; a difference is the first minus the others')
    .addOption(new Option('--op <operation>', 'what to compute').choices(OPERATIONS).makeOptionMandatory())
    .option('--name <name>', 'name of the result (default: what was computed)')
    .option('--out <file>', 'write the result to a file instead of stdout')
    .action(async (files: string[], options: CombineCommandOptions) => {
      const asked = await Promise.all(files.map((file) => openLayer(file, io.cwd)));
      const domain = domainOfAll(asked, files);
      const { combineLayers } = await import('../../navigator/combine/combine.ts');
      const note = (sentence: string): void => void io.stderr.write(`warning: ${sentence}\n`);
      const { attack, knowledge } = await openAttack(asked, domain, io, note);
      const layer = combineLayers(asked, {
        operation: options.op,
        name: options.name,
        knowledge,
        attack,
        note,
      });
      const text = toJson(layer);
      if (options.out === undefined) {
        io.stdout.write(text);
        return;
      }
      const file = resolve(io.cwd, options.out);
      await writeFiles(dirname(file), new Map([[basename(file), text]]));
    });
}

async function openLayer(file: string, cwd: string): Promise<ForeignLayer> {
  const { NoLayerError, readForeignLayer } = await import('../../navigator/combine/foreign-layer.ts');
  try {
    const data: unknown = JSON.parse(await readFile(resolve(cwd, file), 'utf8'));
    return readForeignLayer(data, basename(file, '.json'));
  } catch (cause) {
    throw new SourceError(
      'unreadable',
      `\`${file}\` cannot be read as a layer: ${(cause as Error).message}.`,
      cause instanceof NoLayerError
        ? 'Give a file with one ATT&CK Navigator layer, format 4.0 to 4.5.'
        : 'Check the path: a file with one ATT&CK Navigator layer, JSON.',
      { cause },
    );
  }
}

function domainOfAll(layers: readonly ForeignLayer[], files: readonly string[]): Domain {
  const [first, ...others] = layers;
  if (!first || others.length === 0)
    throw new UsageError('There is nothing to combine one layer with.', 'Give two layer files or more.');
  const other = others.findIndex(({ domain }) => domain !== first.domain);
  if (other >= 0) {
    throw new UsageError(
      `\`${files[0] ?? ''}\` is of ATT&CK ${first.domain}, \`${files[other + 1] ?? ''}\` of ${others[other]?.domain ?? ''}.`,
      'Techniques of different domains have nothing in common: combine layers of one domain.',
    );
  }
  return first.domain;
}

/** ATT&CK at the newest version a layer states (or the newest there is, when none states one), if it is at hand. */
async function openAttack(
  layers: readonly ForeignLayer[],
  domain: Domain,
  io: Io,
  note: (sentence: string) => void,
): Promise<{ attack: string; knowledge?: KnowledgeBase }> {
  const imported = attackFolder(io.env);
  const available = (await listVersions(imported))
    .filter((one) => one.domain === domain)
    .map(({ version }) => version)
    .sort(byVersion);
  const stated = [...new Set(layers.flatMap(({ attack }) => attack ?? []))].sort(byVersion);
  const attack = stated.at(-1) ?? majorOf(available.at(-1) ?? '');
  const version = available.findLast((one) => majorOf(one) === attack);
  for (const layer of layers)
    if (layer.attack === undefined)
      note(`“${layer.name}” states no ATT&CK version; it is read as ${attack}.`);
  if (version === undefined) {
    if (stated.length > 1)
      note(
        `The layers are of ATT&CK ${stated.join(' and ')}, and ${attack} is not at hand: ids are taken as they stand. ` +
          'Import it with `coverbook attack import`.',
      );
    return { attack };
  }
  const bases = await loadKnowledge({ domains: [domain], version, bundles: [] }, io.cwd, { imported });
  const knowledge = bases.get(domain);
  return { attack, ...(knowledge && { knowledge }) };
}
