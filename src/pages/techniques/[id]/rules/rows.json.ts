import { ruleGroups, rulesOfGroup, type RuleGroup } from '../../../../site/rules-by-technique.ts';
import { tableResponse } from '../../../../site/table-response.ts';

export function getStaticPaths(): { params: { id: string }; props: { group: RuleGroup } }[] {
  return [...ruleGroups().values()]
    .filter(({ technique }) => !technique.includes('.'))
    .map((group) => ({ params: { id: group.technique }, props: { group } }));
}

export const GET = ({ props }: { props: { group: RuleGroup } }): Response =>
  tableResponse(rulesOfGroup(props.group));
