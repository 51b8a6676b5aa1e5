import { ServerProblem } from '../model/server-problem.ts';
import { explainFileError } from '../process/explain-file-error.ts';
import { type JoinedServer, joinServer } from '../supervisor/join-server.ts';
import type { SourceName, ServerRecord } from '../model/server-record.ts';
import { type ServerChoice, firstAvailable } from './first-available.ts';
import { inheritedChoice, passToChildren } from './inherited-choice.ts';
import type { ServerSources } from './server-sources.ts';
import type { Environment } from './source-settings.ts';

/** Information about a server beyond its record. */
export interface ServerContext {
  /** The reasons why preferred sources were skipped. */
  readonly skipped: readonly string[];
  /** Kind and version of the server, as in the cache key of a test task. */
  readonly identity: string;
  /** Variables for the environment of child processes, which then use this server without probing. */
  readonly environment: Readonly<Record<string, string>>;
}

/** This process's lease on a server, without any data on it. */
export interface ServerHold extends Pick<ServerContext, 'environment' | 'identity'> {
  /** The server and how it was chosen, as one line for the start of a run. */
  readonly line: string;
  readonly release: () => Promise<void>;
}

export type Open<Server extends ServerRecord, T> = (
  joined: JoinedServer<Server>,
  context: ServerContext,
) => Promise<T>;

/** Joins the first available server that can be opened. */
export async function acquireFirst<Server extends ServerRecord, T>(
  sources: ServerSources,
  env: Environment,
  open: Open<Server, T>,
): Promise<T> {
  const inherited = await inheritedChoice(sources, env);
  if (inherited) return take(sources, inherited, open);
  const failed = new Map<SourceName, string>();
  for (;;) {
    const choice = await firstAvailable(sources, failed);
    try {
      return await take(sources, choice, open);
    } catch (error) {
      failed.set(choice.order.source, reasonToGoOn(error, choice, sources));
    }
  }
}

async function take<Server extends ServerRecord, T>(
  sources: ServerSources,
  choice: ServerChoice,
  open: Open<Server, T>,
): Promise<T> {
  const joined = await joinServer<Server>(choice.order).catch((error: unknown) => {
    throw explainFileError(error);
  });
  const { skipped, identity } = choice;
  return open(joined, { skipped, identity, environment: await passToChildren(sources, choice) });
}

/** Sources that the user did not ask for. If one fails, the next source is tried. */
const optional: ReadonlySet<SourceName> = new Set(['local', 'container']);

function reasonToGoOn(error: unknown, { order }: ServerChoice, { forced }: ServerSources): string {
  if (forced || !optional.has(order.source) || !(error instanceof ServerProblem)) throw error;
  return `${order.source} failed: ${error.what.split('\n')[0] ?? ''}`;
}
