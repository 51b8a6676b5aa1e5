import { describe, expect, test } from 'vitest';
import { databaseUrls } from './database-urls.ts';

const server = 'postgres://postgres:secret@127.0.0.1:5432/postgres';

describe('databaseUrls', () => {
  test('gives the API a separate role with a stable password', () => {
    const { application } = databaseUrls(server);
    expect(application).toMatch(/^postgres:\/\/vouch_app:[0-9a-f]{64}@127\.0\.0\.1:5432\/vouch$/);
    expect(databaseUrls(server).application).toBe(application);
  });

  test('derives the password from the server’s without revealing it', () => {
    const { application } = databaseUrls(server);
    expect(application).not.toContain('secret');
    expect(databaseUrls(server.replace('secret', 'other')).application).not.toBe(application);
  });
});
