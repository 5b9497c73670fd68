import { platformTable } from '../../../site/platform-table.ts';
import { platforms, type Platform } from '../../../site/platforms.ts';
import { tableResponse } from '../../../site/table-response.ts';

export function getStaticPaths(): { params: { slug: string }; props: { platform: Platform } }[] {
  return platforms().map((platform) => ({ params: { slug: platform.slug }, props: { platform } }));
}

export const GET = ({ props }: { props: { platform: Platform } }): Response =>
  tableResponse(platformTable(props.platform));
