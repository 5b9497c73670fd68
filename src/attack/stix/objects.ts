/**
 * The fields of STIX 2.0 and 2.1 objects that are read, and no others: the same in both versions.
 * See the ATT&CK STIX usage document: https://github.com/mitre-attack/attack-stix-data/blob/master/USAGE.md
 */
import { z } from 'zod';

const strings = z.array(z.string());

const reference = z.object({
  source_name: z.string().optional(),
  external_id: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
});

const common = {
  id: z.string(),
  name: z.string(),
  description: z.string().optional(),
  revoked: z.boolean().optional(),
  x_mitre_deprecated: z.boolean().optional(),
  x_mitre_version: z.string().optional(),
  external_references: z.array(reference).optional(),
};

const actor = z.object({
  ...common,
  aliases: strings.optional(),
  x_mitre_aliases: strings.optional(),
  x_mitre_platforms: strings.optional(),
});

/** What is read, by STIX type. */
export const stixSchemas = {
  'attack-pattern': z.object({
    ...common,
    kill_chain_phases: z.array(z.object({ phase_name: z.string() })).optional(),
    x_mitre_platforms: strings.optional(),
    x_mitre_detection: z.string().optional(),
  }),
  'intrusion-set': actor,
  campaign: actor,
  malware: actor,
  tool: actor,
  'course-of-action': z.object(common),
  'x-mitre-tactic': z.object({
    ...common,
    x_mitre_shortname: z.string(),
    x_mitre_domains: strings.optional(),
  }),
  'x-mitre-matrix': z.object({ ...common, tactic_refs: strings }),
  'x-mitre-collection': z.object({ name: z.string(), x_mitre_version: z.string().optional() }),
  'x-mitre-data-component': z.object(common),
  'x-mitre-detection-strategy': z.object({ ...common, x_mitre_analytic_refs: strings.optional() }),
  'x-mitre-analytic': z.object({
    ...common,
    x_mitre_platforms: strings.optional(),
    x_mitre_log_source_references: z
      .array(z.object({ x_mitre_data_component_ref: z.string().optional(), name: z.string().optional() }))
      .optional(),
  }),
  relationship: z.object({
    relationship_type: z.string(),
    source_ref: z.string(),
    target_ref: z.string(),
    description: z.string().optional(),
    revoked: z.boolean().optional(),
    x_mitre_deprecated: z.boolean().optional(),
    external_references: z.array(reference).optional(),
  }),
} as const;

export type StixType = keyof typeof stixSchemas;

/** A checked object of one type. */
export type Stix<T extends StixType> = z.output<(typeof stixSchemas)[T]>;

export type StixReference = z.output<typeof reference>;

/** What every described object has. */
export type StixCommon = Pick<
  Stix<'course-of-action'>,
  'id' | 'name' | 'description' | 'revoked' | 'x_mitre_deprecated' | 'external_references'
>;

/** Whether an object is part of the version, neither revoked nor deprecated. */
export function isActive(object: {
  revoked?: boolean | undefined;
  x_mitre_deprecated?: boolean | undefined;
}): boolean {
  return !object.revoked && !object.x_mitre_deprecated;
}
