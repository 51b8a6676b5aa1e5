import { describe, expect, it } from 'vitest';
import { databaseUrls } from './database-urls.ts';

const server = 'postgres://postgres:secret@127.0.0.1:5432/postgres';

describe('databaseUrls', () => {
  it('gives the API a role of its own, whose password is the same at the next start', () => {
    const { application } = databaseUrls(server);
    expect(application).toMatch(/^postgres:\/\/vouch_app:[0-9a-f]{64}@127\.0\.0\.1:5432\/vouch$/);
    expect(databaseUrls(server).application).toBe(application);
  });

  it('follows the server’s password, and does not give it away', () => {
    const { application } = databaseUrls(server);
    expect(application).not.toContain('secret');
    expect(databaseUrls(server.replace('secret', 'other')).application).not.toBe(application);
  });
});
