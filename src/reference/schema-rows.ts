/** The part of JSON Schema (draft 7) that our schemas are made of. */
export interface JsonSchema {
  type?: string;
  description?: string;
  default?: unknown;
  examples?: readonly unknown[];
  enum?: readonly unknown[];
  required?: readonly string[];
  properties?: Readonly<Record<string, JsonSchema>>;
  additionalProperties?: JsonSchema | boolean;
  items?: JsonSchema;
  anyOf?: readonly JsonSchema[];
}

/** One key somebody may write. */
export interface SchemaRow {
  /** `coverage.weights.tested`; `[]` for each of a list, `*` for a key of one's own: `sources[].name`, `lint.rules.*`. */
  key: string;
  /** Without it, the whole is refused. */
  required: boolean;
  /** `text`, `list of text`, `number`. */
  type: string;
  /** The words it may be; of a list, those its items may be. */
  choices: readonly string[];
  description: string;
  /** Absent where there is none; an empty list or map says nothing and counts as none. */
  default?: unknown;
  example?: unknown;
}

const TYPES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  boolean: 'yes or no',
  object: 'map',
};

/** The keys of an object's schema in the order they are declared, each before what stands in it. */
export function schemaRows(schema: JsonSchema, prefix = ''): SchemaRow[] {
  const own = Object.entries(schema.properties ?? {})
    // Says which schema a file is checked with; nothing reads it.
    .filter(([name]) => name !== '$schema')
    .flatMap(([name, value]) => keyRows(`${prefix}${name}`, value, schema.required?.includes(name) === true));
  const free = schema.additionalProperties;
  return typeof free === 'object' ? [...own, ...keyRows(`${prefix}*`, free, false)] : own;
}

function keyRows(key: string, schema: JsonSchema, required: boolean): SchemaRow[] {
  const inside = schema.items ? schemaRows(schema.items, `${key}[].`) : schemaRows(schema, `${key}.`);
  const isGroup = schema.description === undefined && inside.length > 0;
  return isGroup ? inside : [rowOf(key, schema, required), ...inside];
}

function rowOf(key: string, schema: JsonSchema, required: boolean): SchemaRow {
  const [example] = schema.examples ?? [];
  return {
    key,
    required,
    type: typeOf(schema),
    choices: (schema.enum ?? schema.items?.enum ?? []).map(String),
    description: schema.description ?? '',
    ...(!isEmpty(schema.default) && { default: schema.default }),
    ...(example !== undefined && { example }),
  };
}

function typeOf({ type, items, anyOf }: JsonSchema): string {
  if (anyOf) return anyOf.map(typeOf).toSorted().reverse().join(' or ');
  if (items) return `list of ${typeOf(items)}s`.replace('texts', 'text');
  return TYPES[type ?? ''] ?? 'anything';
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0)
  );
}
