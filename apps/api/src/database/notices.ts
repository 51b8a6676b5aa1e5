import { once } from 'node:events';
import { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FastifyBaseLogger } from 'fastify';
import pg from 'pg';

export interface NoticeListener {
  readonly onNotice: (payload: string) => void;
  /** Called whenever listening begins: what was sent before, or since it was interrupted, was not heard. */
  readonly onListening: () => void;
}

const beforeNextTry = 1_000;
const betweenChecks = 10_000;

/**
 * What processes tell each other through the database (NOTIFY). One connection listens, beside those of the pool; when
 * it is lost, another one is made.
 */
export class Notices {
  readonly #databaseUrl: string;
  readonly #listeners = new Map<string, NoticeListener>();
  readonly #stopping = new AbortController();
  #ended: Promise<void> = Promise.resolve();

  constructor(databaseUrl: string) {
    this.#databaseUrl = databaseUrl;
  }

  /** To be called before `start`. A channel has one listener. */
  listen(channel: string, listener: NoticeListener): void {
    this.#listeners.set(channel, listener);
  }

  start(log: FastifyBaseLogger): void {
    if (this.#listeners.size > 0) this.#ended = this.#keepListening(log);
  }

  async stop(): Promise<void> {
    this.#stopping.abort();
    await this.#ended;
  }

  async #keepListening(log: FastifyBaseLogger): Promise<void> {
    const { signal } = this.#stopping;
    let heard = true;
    while (!signal.aborted) {
      await this.#listenUntilLost(() => (heard = true)).catch((error: unknown) => {
        if (heard)
          log.warn({ err: error }, 'notices of other processes are not heard until the database is back');
        heard = false;
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
      application_name: 'notices',
      connectionTimeoutMillis: 3_000,
      query_timeout: 5_000,
    });
    client.on('error', () => undefined); // the next check fails
    client.on('notification', ({ channel, payload }) =>
      this.#listeners.get(channel)?.onNotice(payload ?? ''),
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
      // Not by a farewell: who does not answer would be waited for.
      socket.destroy();
    }
  }
}
