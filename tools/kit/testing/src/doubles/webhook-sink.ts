import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** A delivery that the sink received. */
export interface Delivery {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The raw body, over which signatures are calculated. */
  readonly raw: string;
  /** The body as JSON, or as text if it is not JSON. */
  readonly body: unknown;
}

/**
 * Receives webhooks on a real server on this machine.
 *
 * @example
 * await using sink = await WebhookSink.start();
 * await fetch(`${sink.url}/hook`, { method: 'POST', body: '{"id":7}' });
 * expect(await sink.next()).toMatchObject({ method: 'POST', path: '/hook', body: { id: 7 } });
 */
export class WebhookSink implements AsyncDisposable {
  readonly deliveries: Delivery[] = [];
  readonly url: string;
  readonly #server: Server;
  readonly #answers: number[] = [];
  readonly #waiting: ((delivery: Delivery) => void)[] = [];
  #taken = 0;

  private constructor(server: Server) {
    this.#server = server;
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    server.on('request', (request, response) => void this.#receive(request, response));
  }

  static async start(): Promise<WebhookSink> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new WebhookSink(server);
  }

  /** Sets the statuses of the next answers. Afterwards it answers 204. */
  answerWith(...statuses: number[]): void {
    this.#answers.push(...statuses);
  }

  /** Waits for the next delivery that was not returned yet. */
  async next(signal?: AbortSignal): Promise<Delivery> {
    signal?.throwIfAborted();
    const delivery = this.deliveries[this.#taken];
    if (delivery) {
      this.#taken += 1;
      return delivery;
    }
    return new Promise((resolve, reject) => {
      const take = (received: Delivery) => {
        signal?.removeEventListener('abort', abort);
        this.#taken += 1;
        resolve(received);
      };
      const abort = () => {
        this.#waiting.splice(this.#waiting.indexOf(take), 1);
        reject(signal?.reason as Error);
      };
      signal?.addEventListener('abort', abort, { once: true });
      this.#waiting.push(take);
    });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const raw = await text(request);
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    );
    const delivery = {
      method: request.method ?? '',
      path: request.url ?? '',
      headers,
      raw,
      body: parse(raw),
    };
    this.deliveries.push(delivery);
    response.writeHead(this.#answers.shift() ?? 204).end();
    this.#waiting.shift()?.(delivery);
  }
}

function parse(raw: string): unknown {
  try {
    return JSON.parse(raw) as unknown;
  } catch {
    return raw;
  }
}
