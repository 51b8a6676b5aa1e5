import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import { components } from '../components/components.ts';
import { demoPassword, demoTenants } from '../demo/demo-tenants.ts';
import { escapeHtml, pageRoute, sendPage } from '../pages/send-page.ts';

const styles = readFileSync(new URL('../pages/page.css', import.meta.url));

/** Serves the start page and the styles of all pages. */
export function homePage(demo: boolean): FastifyPluginAsync {
  return async (app) => {
    app.get('/', pageRoute, async (request, reply) =>
      sendPage(reply, {
        title: 'The API is running',
        content: links() + (demo ? demoSection(`${request.protocol}://${request.host}`) : ''),
      }),
    );
    app.get('/page.css', pageRoute, async (_request, reply) =>
      reply.type('text/css; charset=utf-8').send(styles),
    );
  };
}

function links(): string {
  const own = { '/docs': 'API documentation' };
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
