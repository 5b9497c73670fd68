import type { APIRoute } from 'astro';
import { commands } from '../../search/commands.ts';
import { siteModel } from '../../site/model.ts';

/** What the palette offers before anything is typed. */
export const GET: APIRoute = () => new Response(JSON.stringify(commands(siteModel())));
