import type { FastifyPluginAsync } from 'fastify';

/** A page to see the live feed with: log in, report an event, watch the alerts of one organization come in. */
export function livePage(): FastifyPluginAsync {
  return async (app) => {
    const options = { config: { policy: 'public' }, schema: { hide: true } } as const;
    app.get('/live', options, async (_request, reply) =>
      reply
        .header('content-security-policy', "default-src 'self'; style-src 'unsafe-inline'")
        .type('text/html; charset=utf-8')
        .send(page),
    );
    app.get('/live.js', options, async (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
  };
}

const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Live alerts</title>
<style>body { font: 1rem/1.5 system-ui; max-width: 40rem; margin: 2rem auto; padding: 0 1rem } [hidden] { display: none }</style>
<h1>Live alerts</h1>
<form id="log-in">
  <p><label>Email <input name="email" type="email" value="ada@kestrel.example" required></label>
  <p><label>Password <input name="password" type="password" required></label>
  <p><button>Log in</button> <output id="problem"></output>
</form>
<section id="feed" hidden>
  <p><label>Organization <select id="organization"></select></label>
  <button id="report">Report a person at the loading bay</button> <output id="state"></output>
  <ul id="alerts"></ul>
</section>
<script src="/live.js"></script>
</html>
`;

const script = `'use strict';
const byId = (id) => document.getElementById(id);
let token, socket;

async function call(method, path, body) {
  const headers = { ...(token && { authorization: 'Bearer ' + token }), ...(body && { 'content-type': 'application/json' }) };
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(answer.detail + ' ' + answer.advice);
  return answer;
}

function follow() {
  if (socket) socket.close();
  byId('alerts').replaceChildren();
  const feed = '/organizations/' + byId('organization').value + '/alerts/feed';
  const opened = new WebSocket(location.origin.replace('http', 'ws') + feed, ['bearer', token]);
  socket = opened;
  opened.onopen = () => { byId('state').textContent = 'following'; };
  opened.onclose = () => { if (socket === opened) byId('state').textContent = 'not following'; };
  opened.onmessage = ({ data }) => {
    const { title, severity, raisedAt } = JSON.parse(data);
    const item = document.createElement('li');
    item.textContent = severity + ': ' + title + ', ' + new Date(raisedAt).toLocaleTimeString();
    byId('alerts').prepend(item);
  };
}

byId('log-in').onsubmit = async (event) => {
  event.preventDefault();
  try {
    const credentials = Object.fromEntries(new FormData(event.target));
    token = (await call('POST', '/sessions', credentials)).token;
    const organizations = await call('GET', '/organizations');
    byId('organization').replaceChildren(...organizations.map(({ id, name }) => new Option(name, id)));
    byId('log-in').hidden = true;
    byId('feed').hidden = false;
    follow();
  } catch (error) {
    byId('problem').textContent = error.message;
  }
};

byId('organization').onchange = follow;
byId('report').onclick = () =>
  call('POST', '/organizations/' + byId('organization').value + '/events', {
    id: crypto.randomUUID(), kind: 'person', zone: 'loading bay', confidence: 0.9,
  }).catch((error) => { byId('state').textContent = error.message; });
`;
