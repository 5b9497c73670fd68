import { Ajv } from 'ajv';

const text = { type: 'string', minLength: 1 } as const;
const message = {
  type: 'object',
  required: ['text'],
  properties: { text: { ...text, maxLength: 1024 } },
} as const;
const positive = { type: 'integer', minimum: 1 } as const;
/** A relative reference: no scheme, no authority, no path from the root, no blank. */
const relative = {
  type: 'string',
  pattern: "^(?![a-zA-Z][a-zA-Z0-9+.-]*:)(?!/)[A-Za-z0-9%_.~!*'()/-]+$",
} as const;

const region = {
  type: 'object',
  required: ['startLine'],
  additionalProperties: false,
  properties: { startLine: positive, startColumn: positive, endLine: positive, endColumn: positive },
} as const;

const artifactLocation = {
  type: 'object',
  required: ['uri', 'uriBaseId'],
  additionalProperties: false,
  properties: { uri: relative, uriBaseId: { const: '%SRCROOT%' } },
} as const;

const rule = {
  type: 'object',
  required: ['id', 'shortDescription', 'help'],
  properties: {
    id: text,
    shortDescription: message,
    help: message,
    helpUri: { type: 'string', pattern: '^https://' },
    defaultConfiguration: { type: 'object', properties: { level: { enum: ['note', 'warning', 'error'] } } },
    properties: { type: 'object', properties: { tags: { type: 'array', maxItems: 10, items: text } } },
  },
} as const;

const result = {
  type: 'object',
  required: ['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'partialFingerprints'],
  properties: {
    ruleId: text,
    ruleIndex: { type: 'integer', minimum: 0 },
    level: { enum: ['note', 'warning', 'error'] },
    message: { type: 'object', required: ['text'], properties: { text } },
    locations: {
      type: 'array',
      minItems: 1,
      maxItems: 100,
      items: {
        type: 'object',
        required: ['physicalLocation'],
        properties: {
          physicalLocation: {
            type: 'object',
            required: ['artifactLocation', 'region'],
            properties: { artifactLocation, region },
          },
        },
      },
    },
    partialFingerprints: {
      type: 'object',
      required: ['primaryLocationLineHash'],
      properties: { primaryLocationLineHash: { type: 'string', pattern: '^[0-9a-f]+:[1-9]$' } },
    },
    fixes: {
      type: 'array',
      items: {
        type: 'object',
        required: ['artifactChanges'],
        properties: {
          artifactChanges: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['artifactLocation', 'replacements'],
              properties: {
                artifactLocation,
                replacements: {
                  type: 'array',
                  minItems: 1,
                  items: {
                    type: 'object',
                    required: ['deletedRegion'],
                    properties: { deletedRegion: region },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
} as const;

/** What SARIF 2.1.0 requires of the parts that are written, and what GitHub's code scanning requires beyond. */
const check = new Ajv({ allErrors: true }).compile({
  type: 'object',
  required: ['$schema', 'version', 'runs'],
  properties: {
    $schema: { const: 'https://json.schemastore.org/sarif-2.1.0.json' },
    version: { const: '2.1.0' },
    runs: {
      type: 'array',
      minItems: 1,
      maxItems: 20,
      items: {
        type: 'object',
        required: ['tool', 'results'],
        properties: {
          tool: {
            type: 'object',
            required: ['driver'],
            properties: {
              driver: {
                type: 'object',
                required: ['name', 'rules'],
                properties: {
                  name: text,
                  semanticVersion: { type: 'string', pattern: '^\\d+\\.\\d+\\.\\d+' },
                  rules: { type: 'array', maxItems: 25_000, items: rule },
                },
              },
            },
          },
          columnKind: { enum: ['utf16CodeUnits', 'unicodeCodePoints'] },
          results: { type: 'array', maxItems: 25_000, items: result },
        },
      },
    },
  },
});

/** What a log lacks or has too much of, as `path what`; empty when it holds. */
export function sarifProblems(log: object): string[] {
  check(log);
  return (check.errors ?? []).map(({ instancePath, message: why = '' }) => `${instancePath} ${why}`);
}
