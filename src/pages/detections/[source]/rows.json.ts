import { detectionsOfSource } from '../../../site/detection-table.ts';
import { siteModel } from '../../../site/model.ts';
import { tableResponse } from '../../../site/table-response.ts';

export function getStaticPaths(): { params: { source: string } }[] {
  return siteModel()
    .workspace.sources.map(({ spec }) => spec.name)
    .filter((source) => detectionsOfSource(source).rows > 0)
    .map((source) => ({ params: { source } }));
}

export const GET = ({ params }: { params: { source: string } }): Response =>
  tableResponse(detectionsOfSource(params.source));
