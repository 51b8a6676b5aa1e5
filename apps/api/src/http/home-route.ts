import type { FastifyPluginAsync } from 'fastify';
import { components } from '../components/components.ts';
import { demoPassword, demoTenants } from '../demo/demo-tenants.ts';

/** The page that tells a newcomer what to try. */
export function homeRoute(demo: boolean): FastifyPluginAsync {
  return async (app) => {
    app.get('/', { config: { policy: 'public' }, schema: { hide: true } }, async (request, reply) =>
      reply.type('text/html; charset=utf-8').send(page(`${request.protocol}://${request.host}`, demo)),
    );
  };
}

function page(origin: string, demo: boolean): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Vouch API</title>
<h1>The API is running</h1>
<p><a href="/docs">Every route, to read and to try</a>${links()} · <a href="/health">health</a> · <a href="/ready">readiness</a></p>
${demo ? demoSection(origin) : ''}
</html>
`;
}

/** To the pages of the components. */
function links(): string {
  const pages = components.flatMap(({ pages: own = {} }) => Object.entries(own));
  return pages.map(([path, title]) => ` · <a href="${path}">${escape(title)}</a>`).join('');
}

function demoSection(origin: string): string {
  const rows = demoTenants.flatMap(({ name, owner, others }) =>
    [{ ...owner, role: 'owner' }, ...others].map(
      (user) => `<tr><td>${escape(name)}<td>${escape(user.email)}<td>${user.role}`,
    ),
  );
  return `<h2>Demo tenants</h2>
<p>Everybody’s password is <code>${escape(demoPassword)}</code></p>
<table><thead><tr><th>organization<th>email<th>role<tbody>${rows.join('')}</table>
<h2>Try</h2>
<pre>${escape(tryLines(origin))}</pre>`;
}

function tryLines(origin: string): string {
  const email = demoTenants[0]?.owner.email ?? '';
  return `TOKEN=$(curl -s ${origin}/sessions -H 'content-type: application/json' \\
  -d '{"email":"${email}","password":"${demoPassword}"}' | sed 's/.*"token":"\\([^"]*\\)".*/\\1/')
curl -s ${origin}/organizations -H "authorization: Bearer $TOKEN"`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
