import { ServerProblem } from '../model/server-problem.ts';
import { explainFileError } from '../process/explain-file-error.ts';
import { type JoinedServer, joinServer } from '../supervisor/join-server.ts';
import type { SourceName, ServerRecord } from '../model/server-record.ts';
import { type ServerChoice, firstAvailable } from './first-available.ts';
import { inheritedChoice, passToChildren } from './inherited-choice.ts';
import type { ServerSources } from './server-sources.ts';
import type { Environment } from './source-settings.ts';

/** What is known of a server beyond the server itself. */
export interface ServerContext {
  /** Why not one of the rungs above. */
  readonly skipped: readonly string[];
  /** Kind and version, as the cache key of a test task holds them. */
  readonly identity: string;
  /** To be added to the environment of child processes, which then find the server without looking for it. */
  readonly environment: Readonly<Record<string, string>>;
}

/** This process's lease on a server, without anything made on the server. */
export interface ServerHold extends Pick<ServerContext, 'environment' | 'identity'> {
  /** The server and how it was chosen, as one line for the start of a run. */
  readonly line: string;
  readonly release: () => Promise<void>;
}

export type Open<Server extends ServerRecord, T> = (
  joined: JoinedServer<Server>,
  context: ServerContext,
) => Promise<T>;

/** Joins the first server of a sources that can be had and opened. */
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

/** Nobody asked for these: they are taken where they happen to be, and are no reason to stop when they fail. */
const optional: ReadonlySet<SourceName> = new Set(['local', 'container']);

function reasonToGoOn(error: unknown, { order }: ServerChoice, { forced }: ServerSources): string {
  if (forced || !optional.has(order.source) || !(error instanceof ServerProblem)) throw error;
  return `${order.source} failed: ${error.what.split('\n')[0] ?? ''}`;
}
