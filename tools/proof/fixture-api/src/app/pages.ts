import { readFile } from 'node:fs/promises';
import { join, resolve, sep } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';

const folder = resolve(import.meta.dirname, '..');

/** Serves a page that shows the host of the request, the health of the API, and files. */
export function servePages(app: FastifyInstance, has: Has): void {
  app.get('/', (request, reply) => {
    const host = request.headers.host ?? '';
    const shown = has('escapedPages') ? host.replaceAll('&', '&amp;').replaceAll('<', '&lt;') : host;
    void reply.type('text/html').send(`<!doctype html><title>Fixture</title><p>${shown}</p>`);
  });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get<{ Params: { '*': string } }>('/static/*', async ({ params }, reply) => {
    const path = join(folder, params['*']);
    if (has('staticFolder') && !path.startsWith(folder + sep)) throw new Problem(404, 'not-found');
    const content = await readFile(path, 'utf8').catch(() => undefined);
    if (content === undefined) throw new Problem(404, 'not-found');
    return reply.type('text/plain').send(content);
  });
}
