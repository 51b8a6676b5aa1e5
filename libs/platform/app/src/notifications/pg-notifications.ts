import { once } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';

/** Messages between processes that use the same database. */
export interface Notifications {
  /** Must be called before listening starts. A channel has one listener. */
  listen(channel: string, listener: NotificationListener): void;
}

export interface NotificationListener {
  readonly onNotification: (payload: string) => void;
  /** Called whenever listening starts: earlier notifications, and those during an interruption, are lost. */
  readonly onListening: () => void;
}

const beforeNextTry = 1_000;
const betweenChecks = 10_000;

/**
 * PostgreSQL's LISTEN and NOTIFY. One connection listens, in addition to those of the pool; when it is lost, a new one
 * is opened.
 */
export class PgNotifications implements Notifications {
  readonly #databaseUrl: string;
  readonly #listeners = new Map<string, NotificationListener>();
  readonly #stopping = new AbortController();
  #ended: Promise<void> = Promise.resolve();

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  listen(channel: string, listener: NotificationListener): void {
    this.#listeners.set(channel, listener);
  }

  start(log: Pick<FastifyBaseLogger, 'warn'>): void {
    if (this.#listeners.size > 0) this.#ended = this.#keepListening(log);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #keepListening(log: Pick<FastifyBaseLogger, 'warn'>): Promise<void> {
    const { signal } = this.#stopping;
    let wasListening = true;
    while (!signal.aborted) {
      await this.#listenUntilLost(() => (wasListening = true)).catch((error: unknown) => {
        if (wasListening)
          log.warn({ err: error }, 'Notifications are not received until the database is reachable again');
        wasListening = false;
      });
      await sleep(beforeNextTry, undefined, { signal }).catch(() => undefined);
    }
  }

  async #listenUntilLost(onListening: () => void): Promise<void> {
    const { signal } = this.#stopping;
    const socket = new Socket();
    const client = new pg.Client({
      stream: () => socket,
      connectionString: this.#databaseUrl,
      application_name: 'notifications',
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    });
    client.on('error', () => undefined); // the next check fails
    client.on('notification', ({ channel, payload }) =>
      this.#listeners.get(channel)?.onNotification(payload ?? ''),
    );
    try {
      await client.connect();
      for (const channel of this.#listeners.keys())
        await client.query(`listen ${client.escapeIdentifier(channel)}`);
      onListening();
      for (const listener of this.#listeners.values()) listener.onListening();
      const lost = once(client, 'end', { signal }).catch(() => undefined);
      while (!signal.aborted) {
        await Promise.race([sleep(betweenChecks, undefined, { signal }).catch(() => undefined), lost]);
        if (!signal.aborted) await client.query('select');
      }
    } finally {
      // Destroy the socket instead of ending it: a dead peer would block shutdown.
      socket.destroy();
    }
  }
}
