import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import type { Domain } from '../attack/domain.ts';
import { toSvg } from '../export/svg.ts';
import { domainOf, drawableLayerSchema, type DrawableLayer } from '../export/svg/drawable-layer.ts';
import type { ExportInput } from '../export/tables/export-input.ts';
import { nearest } from '../findings/nearest.ts';
import { buildLayers, layerIds } from '../navigator/layers.ts';
import { onlyFirst, type ExportFile, type ExportRequest } from './export-formats.ts';
import { UsageError } from './usage-error.ts';

interface NamedDrawing {
  name: string;
  layer: DrawableLayer;
}

/** Layers as drawings: ours by id, one of each domain, or those of a file. */
export async function drawings(
  input: ExportInput,
  request: ExportRequest,
  note: (text: string) => void,
): Promise<ExportFile[]> {
  const found = request.layer.endsWith('.json') ? await layersOfFile(request) : ownLayers(input, request);
  const asked = found.filter(
    ({ layer }) => request.domain === undefined || domainOf(layer) === request.domain,
  );
  const drawn = request.intoFolder ? asked : asked.slice(0, 1);
  if (drawn.length < asked.length) note(onlyFirst(drawn[0] && domainOf(drawn[0].layer)));
  return drawn.map(({ name, layer }) => {
    const knowledge = input.workspace.knowledge.get(domainOf(layer));
    if (!knowledge) throw unknownDomain(domainOf(layer));
    return {
      name: `${name}.svg`,
      content: toSvg(layer, knowledge, { subtechniques: request.subtechniques }),
    };
  });
}

function ownLayers(
  { workspace, coverage, actors }: ExportInput,
  { layer: asked, domain }: ExportRequest,
): NamedDrawing[] {
  const found = buildLayers(workspace, coverage, { actors, select: { only: [asked] } }).filter(
    (layer) => (domain ?? layer.domain) === layer.domain,
  );
  if (found.length === 0) {
    const ids = layerIds(workspace, coverage);
    const near = nearest(asked, ids);
    const shown = ids.filter((id) => !id.startsWith('actor-'));
    throw new UsageError(
      `No layer \`${asked}\`${domain === undefined ? '' : ` of ${domain}`}.`,
      `${near === undefined ? '' : `Did you mean \`${near}\`? `}Layers: ${shown.join(', ')}, one \`actor-<id>\` for each actor; or the path of a Navigator layer, ending in .json.`,
    );
  }
  return found.map(({ id, domain: of, layer }) => ({
    name: `${of}-${id}`,
    layer: drawableLayerSchema.parse(layer),
  }));
}

/** A file holds one layer, or a list of them as the Navigator's “open several” takes it. */
async function layersOfFile({ layer: path, cwd }: ExportRequest): Promise<NamedDrawing[]> {
  const name = basename(path, '.json');
  let data: unknown;
  try {
    data = JSON.parse(await readFile(resolve(cwd, path), 'utf8'));
  } catch (cause) {
    throw new UsageError(
      `\`${path}\` cannot be read: ${(cause as Error).message}`,
      'Expected a Navigator layer, JSON.',
    );
  }
  const list: unknown[] = Array.isArray(data) ? data : [data];
  return list.map((item, index) => {
    const { success, data: layer, error } = drawableLayerSchema.safeParse(item);
    if (!success) {
      const [issue] = error.issues;
      throw new UsageError(
        `\`${path}\` is no Navigator layer: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
        'Expected a layer of format 4.0 to 4.5.',
      );
    }
    return { name: list.length === 1 ? name : `${name}-${index + 1}`, layer };
  });
}

function unknownDomain(domain: Domain): UsageError {
  return new UsageError(
    `The layer is for ${domain}, which the config does not have.`,
    `Add \`${domain}\` to \`attack.domains\`.`,
  );
}
