import { once } from 'node:events';
import type { WebSocket } from 'ws';
import { untilAborted } from './until-aborted.ts';

export interface WebSocketClientOptions {
  readonly headers?: Readonly<Record<string, string>>;
  readonly protocols?: string | readonly string[];
  readonly signal?: AbortSignal;
}

/** The code and reason with which a connection was closed. */
export interface CloseEvent {
  readonly code: number;
  readonly reason: string;
}

/**
 * A WebSocket client for tests. It keeps all messages, and can wait for the next one.
 *
 * @example
 * import { once } from 'node:events';
 * import { WebSocketServer } from 'ws';
 * const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
 * await once(server, 'listening');
 * server.on('connection', (socket) => socket.send('{"hello":"you"}'));
 * const { port } = server.address() as { port: number };
 * {
 *   await using client = await WebSocketClient.connect(`ws://127.0.0.1:${port}`);
 *   expect(await client.next()).toEqual({ hello: 'you' });
 * }
 * server.close();
 */
export class WebSocketClient implements AsyncDisposable {
  /** All received messages, oldest first. JSON is parsed. */
  readonly received: unknown[] = [];
  /** Settles when either side closes the connection. */
  readonly closed: Promise<CloseEvent>;
  readonly #socket: WebSocket;
  readonly #waiting = new Set<() => void>();
  #taken = 0;
  #close: CloseEvent | undefined;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#receive(data as Buffer));
    socket.on('error', () => undefined);
    this.closed = new Promise((resolve) => {
      socket.on('close', (code, reason) => {
        this.#close = { code, reason: reason.toString() };
        resolve(this.#close);
        for (const wake of this.#waiting) wake();
      });
    });
  }

  /** Connects. Rejects with the status if the server rejects the connection. */
  static async connect(url: string | URL, options: WebSocketClientOptions = {}): Promise<WebSocketClient> {
    const { headers = {}, protocols = [], signal } = options;
    signal?.throwIfAborted();
    const ws = await import('ws');
    const socket = new ws.WebSocket(url, [protocols].flat(), { headers });
    const client = new WebSocketClient(socket);
    try {
      await untilAborted(Promise.race([once(socket, 'open'), rejection(socket)]), signal);
      return client;
    } catch (error) {
      socket.terminate();
      throw error;
    }
  }

  /** Sends text and buffers unchanged, and everything else as JSON. */
  send(message: unknown): void {
    this.#socket.send(
      typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message),
    );
  }

  /** Returns the next message that was not returned yet. Rejects if the connection closes first. */
  async next({ signal }: { readonly signal?: AbortSignal } = {}): Promise<unknown> {
    while (this.#taken >= this.received.length) {
      if (this.#close)
        throw new Error(
          `The connection was closed (${this.#close.code} ${this.#close.reason}) before another message came`,
        );
      await untilAborted(new Promise<void>((wake) => this.#waiting.add(wake)), signal);
    }
    return this.received[this.#taken++];
  }

  /** Returns the next message that matches, and skips those before it. */
  async nextWhere(
    matches: (message: unknown) => boolean,
    options: { readonly signal?: AbortSignal } = {},
  ): Promise<unknown> {
    for (;;) {
      const message = await this.next(options);
      if (matches(message)) return message;
    }
  }

  async close(code = 1000): Promise<CloseEvent> {
    this.#socket.close(code);
    return this.closed;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#socket.terminate();
    await this.closed;
  }

  #receive(data: Buffer): void {
    this.received.push(parse(data.toString()));
    for (const wake of this.#waiting) wake();
    this.#waiting.clear();
  }
}

async function rejection(socket: WebSocket): Promise<never> {
  const status = new Promise<never>((_resolve, reject) => {
    socket.once('unexpected-response', (_request, { statusCode }) => {
      reject(new Error(`The server rejected the WebSocket with status ${statusCode ?? 'unknown'}`));
    });
  });
  return Promise.race([status, once(socket, 'error').then(([error]) => Promise.reject(error as Error))]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
