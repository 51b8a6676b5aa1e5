import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startDevelopmentServer } from '@vouch/testing/servers';
import { runToEnd, serve, workspaceRoot } from './api-process.ts';
import { checkPort } from './check-port.ts';
import { databaseUrls } from './database-urls.ts';
import type { StartOptions } from './read-options.ts';
import { firstSteps } from './first-steps.ts';

const data = process.env['VOUCH_DATA'] ?? join(workspaceRoot, '.data');
const mailFolder = join(data, 'mail');
const boardPage = join(workspaceRoot, '.vouch/board/index.html');

/** Serves the API on its own PostgreSQL until the stop signal, then stops both, the API first. */
export async function start({ port, reset }: StartOptions, signal: AbortSignal): Promise<void> {
  await checkPort(port);
  drawBoard(signal);
  console.log('Starting PostgreSQL ...');
  if (reset) await rm(mailFolder, { recursive: true, force: true });
  await using server = await startDevelopmentServer({ dataDirectory: join(data, 'postgres'), reset });
  signal.throwIfAborted();
  const { owner, application } = databaseUrls(server.url);
  console.log(
    `PostgreSQL ${server.version} listens on port ${server.port}; its data are in ${server.dataDirectory}`,
  );
  console.log('Running migrations ...');
  await runToEnd('migrate', { OWNER_DATABASE_URL: owner, DATABASE_URL: application }, signal);
  await runToEnd('seed', { DATABASE_URL: application }, signal);
  const api = await serve(apiEnvironment(application, port), signal);
  console.log(firstSteps(api.address, mailFolder));
  await Promise.race([api.ended, server.ended]);
  if (!signal.aborted) {
    api.stop();
    await api.ended;
    throw new Error('The API or its PostgreSQL ended unexpectedly. The output above may contain the cause.');
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
    BOARD_PAGE: boardPage,
    LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'warn',
  };
}

/** Writes the promise board, which the home page links, while the database starts. Without it the link says how. */
function drawBoard(signal: AbortSignal): void {
  const vouch = join(workspaceRoot, 'node_modules/.bin/vouch');
  spawn(process.execPath, [vouch, 'board'], { cwd: workspaceRoot, stdio: 'ignore', signal }).on(
    'error',
    () => {
      // The start was stopped, or the kit is not installed.
    },
  );
}
