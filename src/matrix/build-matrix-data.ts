import { domainName, type Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { DomainCoverage } from '../coverage/assessment.ts';
import { absoluteUrl, withBase } from '../output/paths.ts';
import type { SiteModel } from '../site/model.ts';
import { changesOf } from './changes.ts';
import { facetsOf } from './facets.ts';
import { factsOf } from './facts.ts';
import { packIndexes } from './indexes.ts';
import { matrixActors } from './matrix-actors.ts';
import type { MatrixData, MatrixTactic } from './matrix-data.ts';
import { paintedViews } from './paint-layers.ts';
import { actorView } from './views/actor.ts';
import { changeView } from './views/change.ts';

type Model = Pick<SiteModel, 'workspace' | 'coverage' | 'layers' | 'history' | 'actors'>;

/** Everything the matrix of a domain can show. */
export function buildMatrixData(model: Model, domain: Domain): MatrixData {
  const { workspace, coverage: all, layers, history, actors } = model;
  const coverage = all.domains.get(domain);
  const knowledge = workspace.knowledge.get(domain);
  if (!coverage || !knowledge) throw new Error(`There is no ATT&CK ${domain} in this workspace.`);
  const assessments = [...coverage.assessments.values()];
  const ids = assessments.map(({ technique }) => technique);
  const indexOf = new Map(ids.map((id, index) => [id, index]));
  const site = absoluteUrl(workspace.config, '');
  return {
    title: workspace.config.title,
    domain,
    domainName: domainName(domain),
    attack: coverage.version,
    now: workspace.now,
    base: withBase(workspace.config.base, ''),
    ...(site !== undefined && { site }),
    navigator: workspace.config.navigator,
    ids,
    names: ids.map((id) => knowledge.technique(id)?.name ?? id),
    outOfScope: packIndexes(assessments.flatMap(({ scope }, index) => (scope.state === 'in' ? [] : [index]))),
    levels: assessments.map(({ level }) => level),
    tactics: tacticsOf(coverage, knowledge, indexOf),
    facts: factsOf(assessments),
    views: paintedViews(coverage, layers),
    actorView,
    changeView,
    facets: facetsOf(assessments, knowledge, workspace.sources),
    actors: matrixActors(domain, actors, indexOf),
    changes: changesOf(coverage, assessments, history, layers),
  };
}

function tacticsOf(
  { tactics }: DomainCoverage,
  knowledge: KnowledgeBase,
  indexOf: ReadonlyMap<string, number>,
): MatrixTactic[] {
  return tactics.map(({ tactic: shortname, techniques }) => {
    const known = knowledge.tactic(shortname);
    const members = knowledge.techniques.filter(({ tactics: own }) => own.includes(shortname));
    return {
      id: known?.id ?? shortname,
      shortname,
      name: known?.name ?? shortname,
      techniques: techniques.flatMap((id) => indexOf.get(id) ?? []),
      members: packIndexes(members.flatMap(({ id }) => indexOf.get(id) ?? [])),
    };
  });
}
