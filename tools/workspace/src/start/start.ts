import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startDevelopmentServer } from '@vouch/testing/servers';
import { runToEnd, serve } from './api-process.ts';
import { checkPort } from './check-port.ts';
import { databaseUrls } from './database-urls.ts';
import type { StartOptions } from './read-options.ts';
import { firstSteps } from './first-steps.ts';
import { workspaceRoot } from '../workspace-root.ts';

const data = process.env['VOUCH_DATA'] ?? join(workspaceRoot, '.data');
const mailFolder = join(data, 'mail');

/** Serves the API on a PostgreSQL of its own until the signal says stop, then takes both down, the API first. */
export async function start({ port, reset }: StartOptions, signal: AbortSignal): Promise<void> {
  await checkPort(port);
  console.log('Starting PostgreSQL ...');
  if (reset) await rm(mailFolder, { recursive: true, force: true });
  await using server = await startDevelopmentServer({ dataDirectory: join(data, 'postgres'), reset });
  signal.throwIfAborted();
  const { owner, application } = databaseUrls(server.url);
  console.log(`PostgreSQL ${server.version} is on port ${server.port}, its data in ${server.dataDirectory}`);
  console.log('Bringing the database up to date ...');
  await runToEnd('migrate', { OWNER_DATABASE_URL: owner, DATABASE_URL: application }, signal);
  await runToEnd('seed', { DATABASE_URL: application }, signal);
  const api = await serve(apiEnvironment(application, port), signal);
  console.log(firstSteps(api.address, mailFolder));
  await Promise.race([api.ended, server.ended]);
  if (!signal.aborted) {
    api.stop();
    await api.ended;
    throw new Error('The API or its PostgreSQL ended by itself; the lines above may say why.');
  }
  await api.ended;
  console.log('Stopped.');
}

function apiEnvironment(databaseUrl: string, port: number): Record<string, string> {
  return {
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: String(port),
    MAIL_FOLDER: mailFolder,
    DEMO: 'yes',
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  };
}
