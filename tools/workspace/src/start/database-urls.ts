import { createHmac } from 'node:crypto';

export interface DatabaseUrls {
  /** Owns the tables and bypasses row-level security: only for migrations. */
  readonly owner: string;
  /** The role of the API. */
  readonly application: string;
}

/** Returns the two addresses of the development database. The application's password is derived from the server's. */
export function databaseUrls(serverUrl: string): DatabaseUrls {
  const owner = new URL(serverUrl);
  owner.pathname = '/vouch';
  const application = new URL(owner);
  application.username = 'vouch_app';
  application.password = createHmac('sha256', owner.password).update('vouch_app').digest('hex');
  return { owner: owner.href, application: application.href };
}
