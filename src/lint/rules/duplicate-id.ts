import { shownText } from '../../mapping/shown.ts';
import { atRule, inItem, type FindingPlace } from '../places.ts';
import type { LintContext, RuleFinding, WorkspaceRule } from '../rule.ts';

/** An item with an id, and where the id stands. */
interface Identified {
  kind: 'detection' | 'playbook' | 'exercise';
  id: string;
  place: () => FindingPlace;
  source: string;
  path: string;
}

export const duplicateId: WorkspaceRule = {
  id: 'item/duplicate-id',
  severity: 'error',
  summary: 'Two rules, two playbooks or two exercises of one source have the same id.',
  remedy: 'Give the copy an id of its own.',
  why: `Playbooks, exercises and correlations name a rule by its id: with two of one id nobody knows which is meant, and tools
that keep rules by id lose one of them. It usually comes from copying a file.

Only one source is looked at, since a rule that was taken over from a library keeps its id. Rules that are deprecated or unsupported
do not count.`,
  example: {
    language: 'yaml',
    bad: `title: Encoded command from a service
id: 3f1c9b52-6f0e-4c4b-9b67-1f3a1c0d7e11 # also of encoded_command.yml
status: test
logsource: { product: windows, category: process_creation }
detection:
  selection: { ParentImage|endswith: '\\services.exe', CommandLine|contains: ' -enc ' }
  condition: selection`,
    good: `title: Encoded command from a service
id: 9a52c0de-2b1f-4f55-8a31-6c8e0b7f4d02
status: test
logsource: { product: windows, category: process_creation }
detection:
  selection: { ParentImage|endswith: '\\services.exe', CommandLine|contains: ' -enc ' }
  condition: selection`,
  },
  check(context) {
    const byId = Map.groupBy(identified(context), ({ kind, id, source }) =>
      [kind, source, id.toLowerCase()].join('\0'),
    );
    return [...byId.values()].flatMap(([first, ...copies]) =>
      first ? copies.map((copy) => finding(copy, first)) : [],
    );
  },
};

function identified({ own }: LintContext): Identified[] {
  return [
    ...own.detections
      .filter(({ status }) => status !== 'deprecated' && status !== 'unsupported')
      .flatMap((detection): Identified | never[] => withId(detection, () => atRule(detection, 'id'))),
    ...[...own.playbooks, ...own.exercises].flatMap((item): Identified | never[] =>
      withId(item, () => inItem(item, ['id'])),
    ),
  ];
}

function withId(
  { kind, id, source, path }: Pick<Identified, 'kind' | 'source' | 'path'> & { id?: string },
  place: () => FindingPlace,
): Identified | never[] {
  return id === undefined ? [] : { kind, id, source, path, place };
}

function finding({ id, kind, place }: Identified, first: Identified): RuleFinding {
  return {
    message: `Unexpected id \`${shownText(id)}\`, expected one that no other ${kind} has`,
    hint: `\`${first.path}\` has it already.`,
    ...place(),
  };
}
