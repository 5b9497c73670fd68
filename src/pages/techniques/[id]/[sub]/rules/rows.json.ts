import { ruleGroups, rulesOfGroup, type RuleGroup } from '../../../../../site/rules-by-technique.ts';
import { tableResponse } from '../../../../../site/table-response.ts';
import { partsOf } from '../../../../../site/technique-parts.ts';
export function getStaticPaths(): { params: { id: string; sub: string }; props: { group: RuleGroup } }[] {
  return [...ruleGroups().values()]
    .filter(({ technique }) => technique.includes('.'))
    .map((group) => ({ params: partsOf(group.technique), props: { group } }));
}

export const GET = ({ props }: { props: { group: RuleGroup } }): Response =>
  tableResponse(rulesOfGroup(props.group));
