import { Document } from 'yaml';
import { domainId } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Assessment, DomainCoverage, Level, TechniqueVisibility } from '../coverage/assessment.ts';
import { toldResult } from '../coverage/told.ts';
import type { Workspace } from '../workspace/workspace.ts';

/**
 * A level as DeTT&CT scores detection: -1 none, 0 forensics or context only, 1 basic (a rule for a specific part of the
 * technique), 2 fair, 3 good, 4 very good, 5 excellent.
 *
 * DeTT&CT's upper scores judge how many aspects of a technique are detected. No level says that: proof shows that the
 * aspect that was executed was seen. So nothing is scored above 3, and a person who knows better can raise it. A hunt
 * is a look into the logs; what was executed and missed is not detected, whatever rules claim.
 */
const DETECTION_SCORES: Record<Level, number> = {
  none: -1,
  hunted: 0,
  claimed: 1,
  tested: 2,
  proven: 3,
  failed: -1,
};

/**
 * One domain as a technique administration file of DeTT&CT 2, version 1.2 of the format. Every technique in scope
 * stands in it, scored by the evidence for exactly that technique: DeTT&CT reckons parents itself. A score nobody
 * gave (nothing speaks for a technique, visibility is not known) has no date, as in a file its editor starts.
 *
 * @see https://github.com/rabobank-cdc/DeTTECT/wiki/YAML-administration-files
 */
export function toDettect(
  { config, now }: Pick<Workspace, 'config' | 'now'>,
  knowledge: KnowledgeBase,
  { assessments }: Pick<DomainCoverage, 'assessments'>,
): string {
  const { platforms } = config.scope;
  const document = new Document({
    version: 1.2,
    file_type: 'technique-administration',
    name: config.title,
    domain: domainId(knowledge.domain),
    platform: platforms.length > 0 ? platforms : ['all'],
    techniques: [...assessments.values()]
      .filter(({ scope }) => scope.state === 'in')
      .map((assessment) => ({
        technique_id: assessment.technique,
        technique_name: knowledge.technique(assessment.technique)?.name ?? '',
        detection: [detectionOf(assessment, now)],
        visibility: [visibilityOf(assessment.visibility, now)],
      })),
  });
  document.commentBefore = [
    ` Coverage of ${oneLine(config.title)}, state of ${now}, ATT&CK ${knowledge.version}.`,
    ' Detection: none and failed -1, hunted 0, claimed 1, tested 2, proven 3.',
    ' Made from other evidence: read back as a source of Coverbook it would count that evidence twice.',
  ].join('\n');
  return document.toString({ lineWidth: 0 });
}

function detectionOf({ own, detections, results }: Assessment, now: string): object {
  const isScored = own.level !== 'none';
  const score = DETECTION_SCORES[own.level];
  const missed = results.find(({ result }) => result.outcome === 'missed');
  const why = own.level === 'failed' && missed ? `: ${toldResult(missed)}` : '';
  return {
    applicable_to: ['all'],
    location: detections.map(({ title, key }) => title.trim() || key),
    comment: '',
    score_logbook: [
      {
        date: isScored ? now : null,
        score,
        comment: isScored ? `Coverbook: ${own.level}, score ${own.score} of 100${why}` : '',
      },
    ],
  };
}

function visibilityOf(visibility: TechniqueVisibility | undefined, now: string): object {
  const isKnown = visibility !== undefined && visibility.state !== 'unknown';
  return {
    applicable_to: ['all'],
    comment: '',
    score_logbook: [
      {
        date: isKnown ? now : null,
        score: isKnown ? visibilityScore(visibility.share) : 0,
        comment: isKnown
          ? `Coverbook: ${visibility.share} % of the data its analytics read is collected`
          : '',
        auto_generated: true,
      },
    ],
  };
}

/** DeTT&CT's own steps from the share of data sources collected: 0, up to 49 %, up to 74 %, up to 99 %, all. */
function visibilityScore(share: number): number {
  if (share <= 0) return 0;
  if (share < 50) return 1;
  if (share < 75) return 2;
  return share < 100 ? 3 : 4;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ');
}
