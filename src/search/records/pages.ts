import { domainName } from '../../attack/domain.ts';
import { matrixPath } from '../../output/paths.ts';
import type { RecordBuilder } from '../context.ts';

/** Pages that are neither an item nor a text, by what people call them. */
const PAGES = [
  { path: '', title: 'Home', text: 'Overview, coverage at a glance.' },
  { path: 'techniques/', title: 'Techniques', text: 'All techniques with level and score.' },
  { path: 'tactics/', title: 'Tactics', text: 'Coverage by tactic.' },
  {
    path: 'actors/',
    title: 'Actors',
    text: 'Groups, campaigns and software, and how much of what they do is covered.',
  },
  { path: 'gaps/', title: 'Gaps', text: 'What is missing most, by relevance. Priorities, next steps.' },
  { path: 'backlog/', title: 'Hunt backlog', text: 'Hunts to run or to write, in order.' },
  { path: 'detections/', title: 'Detections', text: 'All rules by source.' },
  { path: 'playbooks/', title: 'Playbooks', text: 'All hunts, when they last ran and when they are due.' },
  { path: 'exercises/', title: 'Exercises', text: 'Purple-team and test runs with their results.' },
  { path: 'layers/', title: 'Layers', text: 'ATT&CK Navigator layers to open or download.' },
  {
    path: 'quality/',
    title: 'Quality',
    text: 'Findings of the checks: broken mappings, revoked techniques.',
  },
  { path: 'robustness/', title: 'Robustness', text: 'How hard rules are to evade, by the pyramid of pain.' },
  { path: 'freshness/', title: 'Freshness', text: 'How old reviews, changes and proof are. Stale items.' },
  {
    path: 'visibility/',
    title: 'Visibility',
    text: 'Logs that are collected and data components that are blind.',
  },
  { path: 'logs/', title: 'Log sources', text: 'What rules look at, and what of it is collected.' },
  { path: 'platforms/', title: 'Platforms', text: 'Coverage by platform.' },
  { path: 'sources/', title: 'Sources', text: 'What the numbers are built from, file by file.' },
  { path: 'changes/', title: 'Changes', text: 'What was added, changed and lost lately.' },
  { path: 'history/', title: 'History', text: 'Coverage over time, trend.' },
  {
    path: 'scope/',
    title: 'Scope',
    text: 'What is out of scope, accepted risk, decisions and their reasons.',
  },
] as const;

export const pageRecords: RecordBuilder = ({ workspace }) =>
  [
    ...PAGES,
    ...[...workspace.knowledge.keys()].map((domain) => ({
      path: matrixPath(domain),
      title: `${domainName(domain)} matrix`,
      text: 'The ATT&CK matrix with the level of every technique. Heat map.',
    })),
  ].map(({ path, title, text }) => ({
    type: 'page',
    path,
    title,
    keys: [],
    aliases: [],
    line: text,
    text,
    filters: {},
  }));
