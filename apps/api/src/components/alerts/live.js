// The script of the page /live.

const byId = (id) => document.getElementById(id);
const pathOf = (rest) => `/organizations/${byId('organization').value}${rest}`;
let token;
let socket;

byId('log-in').addEventListener('submit', async (event) => {
  event.preventDefault();
  byId('problem').textContent = '';
  try {
    await logIn(Object.fromEntries(new FormData(event.target)));
  } catch (error) {
    byId('problem').textContent = error.message;
  }
});

byId('organization').addEventListener('change', follow);
byId('report').addEventListener('click', report);

async function logIn(credentials) {
  token = (await call('POST', '/sessions', credentials)).token;
  const organizations = await call('GET', '/organizations');
  byId('organization').replaceChildren(...organizations.map(({ id, name }) => new Option(name, id)));
  byId('log-in').hidden = true;
  byId('feed').hidden = false;
  byId('organization').focus();
  follow();
}

async function report() {
  const event = { id: crypto.randomUUID(), kind: 'person', zone: 'loading bay', confidence: 0.9 };
  try {
    await call('POST', pathOf('/events'), event);
  } catch (error) {
    showState(error.message);
  }
}

/** Listens first and asks for what there is afterwards, so that nothing is missed in between. */
function follow() {
  socket?.close();
  byId('alerts').replaceChildren();
  const url = new URL(pathOf('/alerts/feed'), location.href);
  url.protocol = url.protocol.replace('http', 'ws');
  const opened = new WebSocket(url, ['bearer', token]);
  socket = opened;
  opened.addEventListener('open', () => void showNewest(opened));
  opened.addEventListener('message', ({ data }) => show(JSON.parse(data)));
  opened.addEventListener('close', ({ code }) => {
    if (socket === opened) ended(code);
  });
}

async function showNewest(opened) {
  try {
    const newest = await call('GET', pathOf('/alerts'));
    if (socket !== opened) return;
    newest.toReversed().forEach(show);
    showState('following');
  } catch (error) {
    showState(error.message);
  }
}

/** The server closes with 1008 for whom it will not let in again. Anything else may pass. */
function ended(code) {
  const passes = code !== 1008;
  showState(passes ? 'The feed was interrupted; it is tried again.' : 'You do not belong to it any more.');
  if (passes) setTimeout(() => socket.readyState === WebSocket.CLOSED && follow(), 2_000);
}

function show({ id, title, severity, raisedAt }) {
  if (byId(id)) return;
  const time = document.createElement('time');
  time.dateTime = raisedAt;
  time.textContent = new Date(raisedAt).toLocaleTimeString();
  const row = document.createElement('tr');
  row.id = id;
  row.append(cell(time), cell(severity, severity), cell(title, 'long'));
  byId('alerts').prepend(row);
}

function cell(content, className = '') {
  const made = document.createElement('td');
  made.className = className;
  made.append(content);
  return made;
}

function showState(text) {
  byId('state').textContent = text;
}

async function call(method, path, body) {
  const headers = {};
  if (token) headers.authorization = `Bearer ${token}`;
  if (body) headers['content-type'] = 'application/json';
  const response = await fetch(path, { method, headers, body: body && JSON.stringify(body) });
  const answer = await response.json();
  if (!response.ok) throw new Error(`${answer.detail} ${answer.fix}`);
  return answer;
}
