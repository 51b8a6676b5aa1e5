export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password?: string | undefined;
  readonly database: string;
}

export function buildUrl(login: Login, parameters: URLSearchParams = new URLSearchParams()): string {
  const socket = login.host.startsWith('/');
  const host = login.host.includes(':') ? `[${login.host}]` : login.host;
  const url = new URL(`postgres://${socket ? 'localhost' : host}:${login.port}`);
  url.username = encodeURIComponent(login.user);
  url.password = encodeURIComponent(login.password ?? '');
  url.pathname = `/${encodeURIComponent(login.database)}`;
  if (socket) parameters.set('host', login.host);
  url.search = parameters.toString();
  return url.href;
}
