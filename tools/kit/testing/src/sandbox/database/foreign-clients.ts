import pg from 'pg';
import { asHook } from '../../guards/hooks.ts';

type Report = () => Error;

const guarded = new Map<string, Report>();
let letThrough = false;
let installed = false;

/** Rejects `pg` clients that connect to this database from now on, with the error that `report` returns. */
export function guardDatabase(url: string, report: Report): () => void {
  install();
  const key = keyOf(new pg.Client({ connectionString: url }));
  guarded.set(key, report);
  return () => guarded.delete(key);
}

/** Connects a client of the kit. */
export async function connectUnguarded(client: pg.Client): Promise<void> {
  letThrough = true;
  const connected = client.connect();
  letThrough = false;
  await connected;
}

function install(): void {
  if (installed) return;
  installed = true;
  const connect = Reflect.get(pg.Client.prototype, 'connect') as Connect;
  const guardedConnect: Connect = function (callback) {
    const report = letThrough ? undefined : guarded.get(keyOf(this));
    if (report === undefined) return connect.call(this, callback);
    const error = report();
    if (callback === undefined) return Promise.reject(error);
    callback(error);
    return undefined;
  };
  Object.assign(pg.Client.prototype, { connect: asHook(guardedConnect) });
}

type Connect = (this: pg.Client, callback?: (error: Error) => void) => unknown;

function keyOf(client: pg.Client): string {
  return `${client.port}/${client.database}`;
}
