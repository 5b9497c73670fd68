import type { APIRoute, GetStaticPaths } from 'astro';
import type { Domain } from '../../../attack/domain.ts';
import { matrixData } from '../../../site/matrix-data.ts';
import { siteModel } from '../../../site/model.ts';

export const getStaticPaths: GetStaticPaths = () =>
  [...siteModel().coverage.domains.keys()].map((domain) => ({ params: { domain }, props: { domain } }));

/** Everything the matrix can show but does not at first. */
export const GET: APIRoute<{ domain: Domain }> = ({ props: { domain } }) =>
  new Response(JSON.stringify(matrixData(domain)), { headers: { 'Content-Type': 'application/json' } });
