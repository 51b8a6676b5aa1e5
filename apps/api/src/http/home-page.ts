import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { FastifyPluginAsync } from 'fastify';
import { components } from '../components/components.ts';
import type { Config } from '../config/read-config.ts';
import { demoPassword, demoTenants } from '../demo/demo-tenants.ts';
import { escapeHtml, pageRoute, sendPage } from '../pages/send-page.ts';

const styles = readFileSync(new URL('../pages/page.css', import.meta.url));

/** Serves the start page, the styles of all pages, and with the demo the promise board. */
export function homePage({ demo, boardPage }: Pick<Config, 'demo' | 'boardPage'>): FastifyPluginAsync {
  const board = demo ? boardPage : '';
  return async (app) => {
    app.get('/', pageRoute, async (request, reply) =>
      sendPage(reply, {
        title: 'The API is running',
        content: links(board) + (demo ? demoSection(`${request.protocol}://${request.host}`) : ''),
      }),
    );
    app.get('/page.css', pageRoute, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(styles),
    );
    if (board !== '')
      app.get('/board', pageRoute, async (_request, reply) => {
        const page = await readFile(board, 'utf8').catch(() => undefined);
        if (page === undefined) return sendPage(reply, { title: 'The promise board', content: boardHint });
        // The page allows only its own script and styles, by their hashes.
        reply.header('content-security-policy', `frame-ancestors 'none'`);
        return reply.type('text/html; charset=utf-8').send(page);
      });
  };
}

const boardHint = '<p>There is no board yet. It is made by <code>npm run board</code></p>';

function links(board: string): string {
  const own = { '/docs': 'API documentation', ...(board !== '' && { '/board': 'Promise board' }) };
  const ofComponents = Object.assign({}, ...components.map(({ pages }) => pages)) as Record<string, string>;
  const all = Object.entries({ ...own, ...ofComponents, '/health': 'Health', '/ready': 'Readiness' });
  return `<nav>${all.map(([path, title]) => `<a href="${path}">${escapeHtml(title)}</a>`).join(' ')}</nav>`;
}

function demoSection(origin: string): string {
  const rows = demoTenants.flatMap(({ name, owner, others }) =>
    [{ ...owner, role: 'owner' }, ...others].map(
      (user) =>
        `<tr><td>${escapeHtml(name)}</td><td class="long">${escapeHtml(user.email)}</td><td>${user.role}</td></tr>`,
    ),
  );
  return `
<h2>Demo tenants</h2>
<p>Every user’s password is <code>${escapeHtml(demoPassword)}</code></p>
<table>
<thead><tr><th scope="col">Organization</th><th scope="col">Email</th><th scope="col">Role</th></tr></thead>
<tbody>${rows.join('')}</tbody>
</table>
<h2>Try it in a terminal</h2>
<pre tabindex="0">${escapeHtml(tryLines(origin))}</pre>`;
}

function tryLines(origin: string): string {
  const email = demoTenants[0]?.owner.email ?? '';
  return `TOKEN=$(curl -s ${origin}/sessions -H 'content-type: application/json' \\
  -d '{"email":"${email}","password":"${demoPassword}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
curl -s ${origin}/organizations -H "authorization: Bearer $TOKEN"`;
}
