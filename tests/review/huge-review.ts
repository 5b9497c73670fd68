import type { Review } from '../../src/review/review.ts';
import { aFinding, anItem, aPlaybook, aReview, aRule, aTechnique } from './review-builder.ts';

/** A review of very many files: so many rules, 2,000 findings, 300 playbooks with long differences. */
export function hugeReview({ files, lost }: { files: number; lost: number }): Review {
  const times = <T>(count: number, make: (nth: number) => T): T[] =>
    Array.from({ length: count }, (_, nth) => make(nth));
  return aReview({
    verdict: `${lost} techniques lost · ${files} rules changed · 2000 new errors`,
    lost: times(lost, (nth) =>
      aTechnique({
        technique: `T${1000 + nth}.001`,
        causes: times(8, (cause) => ({
          change: `detection:team/rule-${nth}-${cause}`,
          text: `removed “Rule ${nth}-${cause} with a name of some length”`,
        })),
      }),
    ),
    rules: times(files, (nth) =>
      aRule({
        id: `detection:team/rule-${nth}`,
        item: anItem({ title: `Rule ${nth}`, path: `detections/windows/rule-${nth}.yml` }),
        aspects: [
          {
            aspect: 'severity',
            differences: [{ kind: 'value', name: 'severity', before: 'high', after: 'low' }],
          },
        ],
      }),
    ),
    playbooks: times(300, (nth) =>
      aPlaybook({
        id: `playbook:team/hunt-${nth}`,
        sections: [
          {
            change: 'changed',
            title: 'Execution',
            line: 3,
            added: 500,
            removed: 0,
            parts: [{ kind: 'added', text: 'many words '.repeat(250) }],
          },
        ],
      }),
    ),
    findings: times(2000, (nth) => aFinding({ path: `detections/windows/rule-${nth}.yml` })),
  });
}
