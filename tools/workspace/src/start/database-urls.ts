import { createHmac } from 'node:crypto';

export interface DatabaseUrls {
  /** Owns the tables and bypasses row-level security: for migrations alone. */
  readonly owner: string;
  /** What the API runs as. */
  readonly application: string;
}

/** The two ways into the development database. The application's password follows from the server's own. */
export function databaseUrls(serverUrl: string): DatabaseUrls {
  const owner = new URL(serverUrl);
  owner.pathname = '/vouch';
  const application = new URL(owner);
  application.username = 'vouch_app';
  application.password = createHmac('sha256', owner.password).update('vouch_app').digest('hex');
  return { owner: owner.href, application: application.href };
}
