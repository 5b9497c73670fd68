import type { Assessment } from '../coverage/assessment.ts';
import type { Technique } from '../attack/facts.ts';
import { count } from './wording.ts';

/** One thing to do about a technique: a sentence, and where on the page or site it leads. */
export interface NextStep {
  text: string;
  /** Fragment on the technique's page. */
  anchor?: string;
}

/**
 * What would raise the level of a technique, most urgent first. Derived from the level alone and from
 * what is at hand: library rules for a gap, a test for a claim, an exercise for a test.
 */
export function nextSteps(technique: Technique, assessment: Assessment): NextStep[] {
  const { level, library, playbooks, detections, detectionsRolledUp, notCounting, subtechniques } =
    assessment;
  const steps: NextStep[] = [];
  const offer = (verb: string): void => {
    if (library.length > 0)
      steps.push({
        text: `${verb} ${count(library.length, 'library rule')} for it: deploy what fits.`,
        anchor: 'library',
      });
  };
  if (level === 'failed') {
    steps.push({
      text: 'Find out why the exercise missed it, mend the rule or the telemetry, and run it again.',
      anchor: assessment.results.length > 0 ? 'results' : 'subtechniques',
    });
    offer('Compare with');
  }
  if (level === 'none' || level === 'hunted') {
    offer('Review');
    if (notCounting.length > 0)
      steps.push({
        text: `Bring back ${count(notCounting.length, 'rule')} that does not count.`,
        anchor: 'not-counting',
      });
    if (library.length === 0 && notCounting.length === 0 && detectionsRolledUp.length === 0)
      steps.push({ text: 'Write a detection: no source has a rule for it.' });
    if (playbooks.length === 0) steps.push({ text: 'Write a playbook and hunt for it until a rule exists.' });
  }
  if (level === 'claimed')
    steps.push({
      text: `Test ${detectionsRolledUp.length === 1 ? 'its rule' : `one of its ${String(detectionsRolledUp.length)} rules`} against sample data: nothing shows yet that it fires.`,
      anchor: 'detections',
    });
  if (level === 'tested')
    steps.push({
      text: 'Put it into an exercise: its rule fires on sample data, not yet in this environment.',
      anchor: 'detections',
    });
  if (level === 'proven') {
    if (detections.length === 1)
      steps.push({
        text: 'It hangs on one rule; a second one keyed on other fields would make it sturdier.',
      });
    if (playbooks.length === 0) steps.push({ text: 'Write a playbook for what the rules cannot see.' });
  }
  if (subtechniques) {
    const open = subtechniques.none + subtechniques.hunted;
    const { failed } = subtechniques;
    if (failed > 0)
      steps.push({
        text: `Look at ${count(failed, 'sub-technique')} an exercise missed.`,
        anchor: 'subtechniques',
      });
    if (open > 0)
      steps.push({
        text: `Decide on ${count(open, `sub-technique of ${technique.name}`, `sub-techniques of ${technique.name}`)} without a rule.`,
        anchor: 'subtechniques',
      });
  }
  return steps;
}
