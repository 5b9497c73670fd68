import { ruleSlug } from '../lint/rule-slug.ts';
import type { LintRule, WorkspaceRule } from '../lint/rule.ts';
import { mdxCode, mdxPage, mdxText } from './mdx.ts';

const DETECTION_FORMATS = [
  'elastic',
  'falco',
  'panther',
  'plain',
  'sentinel',
  'sigma',
  'splunk',
  'suricata',
  'wazuh',
  'yara-l',
];

/** What rules look at, in the order of the page, and the first halves of their ids. */
const PARTS: readonly (readonly [title: string, rooms: readonly string[]])[] = [
  ['Files', ['file']],
  ['Mappings', ['mapping']],
  ['Detections', ['detection', 'robustness']],
  ['Detections, format by format', DETECTION_FORMATS],
  ['Playbooks', ['playbook']],
  ['Playbooks, format by format', ['hearth', 'lock', 'otrf', 'peak']],
  ['Prose of playbooks', ['remark-lint']],
  ['Exercises', ['exercise']],
  ['Rules, playbooks and exercises', ['item']],
  ['Threat profiles', ['threats', 'navigator', 'stix']],
  ['Scope', ['scope']],
  ['Visibility', ['visibility']],
];

/** `docs/lint-rules`: every rule with its severity, what it means and what to do; why and an example where it has them. */
export function lintPage(rules: readonly (LintRule | WorkspaceRule)[]): string {
  return mdxPage(
    {
      title: 'Lint rules',
      description: 'Every rule of coverbook lint, what it finds, why that matters and what to do.',
      order: 10.5,
    },
    [
      'Each rule has a severity of its own; [Linting](../linting/) says how to change it for everything or for some files.',
      ...PARTS.flatMap(([title, rooms]) =>
        part(
          title,
          rules.filter(({ id }) => rooms.includes(roomOf(id))),
        ),
      ),
    ],
  );
}

/** Rules no part of the page takes in; there must be none. */
export function rulesWithoutPart(rules: readonly LintRule[]): string[] {
  const rooms = new Set(PARTS.flatMap(([, own]) => own));
  return rules.map(({ id }) => id).filter((id) => !rooms.has(roomOf(id)));
}

function roomOf(id: string): string {
  return id.split('/', 1)[0] ?? id;
}

function part(title: string, rules: readonly (LintRule | WorkspaceRule)[]): string[] {
  return [`## ${title}`, ...rules.flatMap(section)];
}

function section(rule: LintRule | WorkspaceRule): string[] {
  const { id, severity, summary, remedy } = rule;
  return [
    `### ${anchor(id)}${name(id)}`,
    `**${severity}** · ${mdxText(summary)} ${mdxText(remedy)}`,
    ...('why' in rule
      ? [
          rule.why,
          'Found:',
          fenced(rule.example.language, rule.example.bad),
          'Not found:',
          fenced(rule.example.language, rule.example.good),
        ]
      : []),
  ];
}

/** Findings, reports and the quality page lead here. */
function anchor(id: string): string {
  return `<span id="${ruleSlug(id)}"></span>`;
}

/** What comes from remark-lint is explained by its own pages. */
function name(id: string): string {
  const [room, rule] = id.split('/');
  return room === 'remark-lint'
    ? `[${mdxCode(id)}](https://github.com/remarkjs/remark-lint/tree/main/packages/remark-lint-${rule ?? ''})`
    : mdxCode(id);
}

function fenced(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text}\n\`\`\`\``;
}
