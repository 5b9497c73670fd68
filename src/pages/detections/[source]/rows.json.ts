import { siteModel } from '../../../site/model.ts';
import { rulesOrGroups } from '../../../site/rules-or-groups.ts';
import { tableResponse } from '../../../site/table-response.ts';

export function getStaticPaths(): { params: { source: string } }[] {
  return siteModel()
    .workspace.sources.map(({ spec }) => spec.name)
    .filter((source) => rulesOrGroups(source).rows > 0)
    .map((source) => ({ params: { source } }));
}

export const GET = ({ params }: { params: { source: string } }): Response =>
  tableResponse(rulesOrGroups(params.source));
