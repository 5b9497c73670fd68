import { z } from 'zod';
import type { Domain } from '../../attack/domain.ts';

/**
 * What the drawing needs of an ATT&CK Navigator layer, ours or anybody's: formats 4.0 to 4.5, whatever else they hold.
 * @see https://github.com/mitre-attack/attack-navigator/blob/master/layers/spec/v4.5/layerformat.md
 */
export const drawableLayerSchema = z.object({
  name: z.string().default('Layer'),
  description: z.string().default(''),
  domain: z.enum(['enterprise-attack', 'mobile-attack', 'ics-attack', 'mitre-enterprise', 'mitre-mobile']),
  versions: z.object({ attack: z.string().optional() }).optional(),
  techniques: z
    .array(
      z.object({
        techniqueID: z.string(),
        /** Only under this tactic; under all of the technique's where it is not said. */
        tactic: z.string().nullish(),
        score: z.number().nullish(),
        color: z.string().nullish(),
        comment: z.string().nullish(),
        enabled: z.boolean().default(true),
      }),
    )
    .default([]),
  gradient: z
    .object({ colors: z.array(z.string()).min(1), minValue: z.number(), maxValue: z.number() })
    .default({ colors: ['#ff6666', '#ffe766', '#8ec843'], minValue: 0, maxValue: 100 }),
  legendItems: z.array(z.object({ label: z.string(), color: z.string() })).default([]),
});

export type DrawableLayer = z.output<typeof drawableLayerSchema>;

/** The domain a layer is for, by any of the names Navigator releases gave it. */
export function domainOf({ domain }: Pick<DrawableLayer, 'domain'>): Domain {
  if (domain === 'ics-attack') return 'ics';
  return domain === 'mobile-attack' || domain === 'mitre-mobile' ? 'mobile' : 'enterprise';
}
