import { readFileSync } from 'node:fs';
import type { FastifyPluginAsync } from 'fastify';
import { pageRoute, sendPage } from '../../pages/send-page.ts';

const script = readFileSync(new URL('live.js', import.meta.url));

/** Serves a page that shows the live feed: log in, report an event, and see the alerts of an organization. */
export function livePage(): FastifyPluginAsync {
  return async (app) => {
    app.get('/live', pageRoute, async (_request, reply) =>
      sendPage(reply, { title: 'Live alerts', content, script: '/live.js' }),
    );
    app.get('/live.js', pageRoute, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
  };
}

const content = `
<form id="log-in" class="column">
  <label>Email <input name="email" type="email" autocomplete="username" placeholder="ada@kestrel.example" required></label>
  <label>Password <input name="password" type="password" autocomplete="current-password" required></label>
  <button>Log in</button>
  <p id="problem" class="problem" role="alert"></p>
</form>
<section id="feed" hidden>
  <div class="row">
    <label>Organization <select id="organization"></select></label>
    <button id="report">Report a person at the loading bay</button>
  </div>
  <p id="state" class="quiet" role="status"></p>
  <table>
    <thead><tr><th scope="col">Raised</th><th scope="col">Severity</th><th scope="col">Alert</th></tr></thead>
    <tbody id="alerts" aria-live="polite"></tbody>
  </table>
</section>`;
