import { COLLECTION_STYLE, dump, type Document } from 'js-yaml';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Technique } from '../attack/facts.ts';
import type { UserPlaybookFrontMatter } from '../playbooks/schema.ts';
import type { ProfileProcedure } from '../threats/threat-profile.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ProfileRelevance } from './assessment.ts';
import { fullName } from './full-name.ts';
import type { NeededLog, PlaybookStart, StartParts, TechniqueUser } from './gap.ts';
import { hypothesisFor } from './hypothesis.ts';
import { ourPlatforms } from './our-platforms.ts';
import { playbookBody } from './playbook-body.ts';

/** Gives a playbook to start from. */
export type StartOf = (
  technique: Technique,
  users: readonly TechniqueUser[],
  closes: StartParts,
) => PlaybookStart;

/** Most actors and data sources in a front matter; the rest stands on the technique's page. */
const MOST = 5;

/** Days between two runs when the team's window allows it. */
const QUARTER = 90;

/** Prepares, for one domain and profile, the making of playbooks. */
export function startsFor(
  { config, now }: Workspace,
  knowledge: KnowledgeBase,
  { profile }: ProfileRelevance,
): StartOf {
  const procedures = Map.groupBy(profile?.procedures ?? [], ({ mapping }) => mapping.resolved);
  const cadence =
    config.coverage.playbookWindow < QUARTER ? `${config.coverage.playbookWindow}d` : 'quarterly';
  return (technique, users, closes) => {
    // `PRE` is ATT&CK's word for what happens before anybody touches us.
    const platforms = ourPlatforms(technique, config.scope.platforms).filter(
      (platform) => platform !== 'PRE',
    );
    const hypothesis = hypothesisFor({
      technique,
      knowledge,
      users,
      isOurs: profile !== undefined,
      platforms,
      procedures: newestFirst(procedures.get(technique.id) ?? []),
    });
    const title = titleFor(technique, knowledge);
    const frontMatter: UserPlaybookFrontMatter = {
      title,
      hypothesis,
      techniques: [technique.id],
      actors: users
        .filter(({ id }) => knowledge.actor(id))
        .slice(0, MOST)
        .map(({ id }) => id),
      platforms,
      dataSources: closes.logSources.slice(0, MOST).map(dataSource),
      status: 'draft',
      created: now,
      cadence,
      references: [`https://attack.mitre.org/techniques/${technique.id.replace('.', '/')}/`],
    };
    return {
      title,
      hypothesis,
      // Most files are never asked for, and writing YAML is slow.
      get text() {
        const body = playbookBody({ technique, knowledge, users, platforms, hypothesis, closes });
        return `---\n${yaml(frontMatter)}---\n\n${body}`;
      },
    };
  };
}

/** `Credential access by way of LSASS Memory`; with the parent's name where several sub-techniques share one. */
function titleFor(technique: Technique, knowledge: KnowledgeBase): string {
  const tactic = knowledge.tactic(technique.tactics[0] ?? '')?.name;
  const isUnique = knowledge.techniqueNamed(technique.name) === technique.id;
  const name = isUnique ? technique.name : fullName(technique, knowledge);
  return tactic === undefined
    ? name
    : `${tactic.slice(0, 1)}${tactic.slice(1).toLowerCase()} by way of ${name}`;
}

/** `Process Creation (WinEventLog:Sysmon, auditd:EXECVE)`. */
export function dataSource({ component, logSources }: NeededLog): string {
  return logSources.length === 0
    ? component.name
    : `${component.name} (${logSources.slice(0, 3).join(', ')})`;
}

/** Written so that a parser of YAML 1.1 or 1.2 reads the same; long lists a line each, empty ones left out. */
function yaml(frontMatter: UserPlaybookFrontMatter): string {
  const said = Object.entries(frontMatter).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return dump(Object.fromEntries(said), { lineWidth: 100, transform: inOneLine });
}

/** Each call of the writer sets up its schema anew, so short lists and long ones are told apart within one. */
function inOneLine([document]: readonly Document[]): void {
  if (document?.contents?.kind !== 'mapping') return;
  for (const { key, value } of document.contents.items) {
    const isLong = key.kind === 'scalar' && key.value === 'dataSources';
    if (value.kind === 'sequence' && !isLong) value.style = COLLECTION_STYLE.FLOW;
  }
}

function newestFirst(procedures: readonly ProfileProcedure[]): ProfileProcedure[] {
  return [...procedures].sort((a, b) =>
    (a.date ?? '') < (b.date ?? '') ? 1 : (a.date ?? '') > (b.date ?? '') ? -1 : 0,
  );
}
