import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { textOf, textsOf } from '../../documents/fields.ts';
import { frontMatterValueSpan, locateFrontMatter } from '../../documents/markdown.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import { parseBody } from '../body.ts';
import { outline } from '../outline.ts';
import type { PlaybookStatus } from '../playbook.ts';
import { sectionRole } from '../section-roles.ts';
import { actorCell, labelledCells } from './able-table.ts';
import { actorNames } from './actor-names.ts';
import { playbookDraft } from './draft.ts';
import { paragraphUnder } from './headed-text.ts';
import { listedTechniques } from './listed-techniques.ts';
import { locateInBody } from './locate-in-body.ts';
import { lockFiles } from './lock-recognition.ts';
import { lockRuns } from './lock-runs.ts';
import { markdownOf } from './markdown-file.ts';
import { statedId, statedText, TEMPLATES } from './placeholder.ts';
import { shown } from './shown.ts';

/** States of a hunt: a planned one looks for nothing yet. */
const STATUSES = new Map<string, PlaybookStatus>([
  ['planning', 'draft'],
  ['in-progress', 'active'],
  ['completed', 'active'],
]);

/**
 * Hunts of the Agentic Threat Hunting Framework, written by its LOCK pattern (learn, observe, check, keep). The body
 * says the front matter again in prose, which is not read twice; a completed hunt with counts is one run.
 *
 * @see https://github.com/Nebulock-Inc/agentic-threat-hunting-framework
 */
export const lock: Reader = {
  ...lockFiles,

  read(file) {
    const markdown = markdownOf(file);
    if (!markdown) return {};
    const { fields, body } = markdown;
    const id = statedId(textOf(fields['hunt_id']));
    const title = statedText(textOf(fields['title']));
    if (id === undefined) return { ignored: TEMPLATES };
    const isStatusStated = (fields['status'] ?? '') !== '';
    const written = textOf(fields['status'])?.toLowerCase().replaceAll(/[ _]/g, '-');
    const status = isStatusStated ? STATUSES.get(written ?? '') : 'active';
    const { tree } = parseBody(body, false);
    const hypothesis =
      textOf(fields['hypothesis']) ?? paragraphUnder(tree, (name) => sectionRole(name) === 'hypothesis');
    const tactics: unknown[] = Array.isArray(fields['tactics']) ? fields['tactics'] : [fields['tactics']];
    return {
      playbooks: [
        playbookDraft('lock', {
          id,
          title: title ?? id,
          hypothesis: statedText(hypothesis),
          mappings: listedTechniques(fields['techniques'], ['techniques']),
          tactics: tactics.flatMap((tactic, index) =>
            textsOf(tactic).map((text) => ({ written: text, pointer: ['tactics', index] })),
          ),
          actors: actorNames(actorCell(labelledCells(tree))),
          platforms: textsOf(fields['platform']),
          dataSources: textsOf(fields['data_sources']),
          status: status ?? 'draft',
          authors: textsOf(fields['hunter']).flatMap((names) => splitAuthors(statedText(names) ?? '')),
          created: isoDate(fields['date']),
          runs: lockRuns(fields, written),
          ...outline(tree, markdown.line),
          body,
        }),
      ],
      findings: status === undefined ? [unknownStatus(file.text, fields['status'])] : [],
    };
  },

  locate: (text, ordinal, pointer) =>
    pointer[0] === 'actors' ? locateInBody(text, ordinal, pointer) : locateFrontMatter(text, pointer),

  valueSpan: (text, _ordinal, pointer) => frontMatterValueSpan(text, pointer),
};

function unknownStatus(text: string, status: unknown): FileFinding {
  const range = locateFrontMatter(text, ['status']);
  const expected = [...STATUSES.keys()].map((name) => `\`${name}\``).join(', ');
  return {
    rule: 'lock/invalid-status',
    severity: 'warning',
    message: `Unexpected status \`${shown(status)}\`, expected one of ${expected}`,
    hint: 'Correct it; until then the hunt counts as a draft.',
    ...(range && { range }),
  };
}
