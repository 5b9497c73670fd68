import { splitAuthors } from '../../documents/authors.ts';
import { isoDate } from '../../documents/dates.ts';
import { textOf, textsOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { PlaybookDraft } from '../playbook.ts';
import { playbookDraft } from './draft.ts';
import { MOST_FINDINGS } from './findings-limit.ts';
import { otrfMappings } from './otrf-mappings.ts';
import { otrfFiles, otrfHunt } from './otrf-recognition.ts';
import { shown } from './shown.ts';

/**
 * Hunts of the ThreatHunter-Playbook: the YAML that describes one. Its analytics are in a notebook beside it, which
 * `otrf-notebook` reads. They state no status; whoever modified a hunt has looked at it, so that date is its review.
 *
 * @see https://github.com/OTRF/ThreatHunter-Playbook
 */
export const otrfHunts: Reader = {
  ...otrfFiles,

  read({ documents, text }) {
    const playbooks: PlaybookDraft[] = [];
    const findings: FileFinding[] = [];
    for (const { data, ordinal } of documents) {
      const hunt = otrfHunt(data);
      if (!hunt) continue;
      const { mappings, tactics, invalid } = otrfMappings(hunt['attack_mappings']);
      const id = textOf(hunt['id']);
      const hypothesis = textOf(hunt['hypothesis']);
      playbooks.push(
        playbookDraft('otrf', {
          id,
          title: textOf(hunt['title']) ?? id ?? hypothesis ?? 'Untitled hunt',
          hypothesis,
          mappings,
          tactics,
          platforms: textsOf(hunt['platform']),
          authors: textsOf(hunt['collaborators']).flatMap(splitAuthors),
          created: isoDate(hunt['creation_date']),
          reviewed: isoDate(hunt['modification_date']),
          references: textsOf(hunt['references']).filter((url) => /^https?:\/\//i.test(url)),
        }),
      );
      for (const { written, pointer } of invalid.slice(0, MOST_FINDINGS)) {
        const range = locateYaml(text, ordinal, pointer);
        findings.push({
          rule: 'otrf/invalid-subtechnique',
          severity: 'warning',
          message: `Unexpected sub-technique \`${shown(written)}\`, expected three digits such as \`001\``,
          hint: 'Write the three digits after the point in quotes; until then the hunt counts for the technique alone.',
          ...(range && { range }),
        });
      }
    }
    return { playbooks, findings };
  },

  locate: locateYaml,
};
