import { DatabaseProblem } from '../problem.ts';
import { explainFileError } from '../process/explain-file-error.ts';
import { type JoinedServer, joinServer } from '../supervisor/join-server.ts';
import type { Rung, ServerRecord } from '../supervisor/server-record.ts';
import { type Choice, climb } from './climb.ts';
import { inheritChoice, passOn } from './inherit.ts';
import type { Ladder } from './ladder.ts';
import type { Environment } from './settings.ts';

/** What is known of a server beyond the server itself. */
export interface ServerContext {
  /** Why not one of the rungs above. */
  readonly instead: readonly string[];
  /** Kind and version, as the cache key of a test task holds them. */
  readonly identity: string;
  /** To be added to the environment of child processes, which then find the server without looking for it. */
  readonly environment: Readonly<Record<string, string>>;
}

export type Open<Server extends ServerRecord, T> = (
  joined: JoinedServer<Server>,
  context: ServerContext,
) => Promise<T>;

/** Joins the first server of a ladder that can be had and opened. */
export async function takeFirst<Server extends ServerRecord, T>(
  ladder: Ladder,
  env: Environment,
  open: Open<Server, T>,
): Promise<T> {
  const inherited = await inheritChoice(ladder, env);
  if (inherited) return take(ladder, inherited, open);
  const failed = new Map<Rung, string>();
  for (;;) {
    const choice = await climb(ladder, failed);
    try {
      return await take(ladder, choice, open);
    } catch (error) {
      failed.set(choice.order.rung, reasonToGoOn(error, choice, ladder));
    }
  }
}

async function take<Server extends ServerRecord, T>(
  ladder: Ladder,
  choice: Choice,
  open: Open<Server, T>,
): Promise<T> {
  const joined = await joinServer<Server>(choice.order).catch((error: unknown) => {
    throw explainFileError(error);
  });
  const { instead, identity } = choice;
  return open(joined, { instead, identity, environment: await passOn(ladder, choice) });
}

/** Nobody asked for these: they are taken where they happen to be, and are no reason to stop when they fail. */
const optional: ReadonlySet<Rung> = new Set(['local', 'container']);

function reasonToGoOn(error: unknown, { order }: Choice, { forced }: Ladder): string {
  if (forced || !optional.has(order.rung) || !(error instanceof DatabaseProblem)) throw error;
  return `${order.rung} failed: ${error.what.split('\n')[0] ?? ''}`;
}
