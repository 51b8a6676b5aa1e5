import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * A proxy between a client and a server that simulates network problems.
 *
 * @example
 * await using sink = await WebhookSink.start();
 * await using proxy = await FaultyProxy.before(sink.url);
 * proxy.refuse();
 * await expect(fetch(proxy.url)).rejects.toThrow('fetch failed');
 * proxy.heal();
 * expect((await fetch(proxy.url)).status).toBe(204);
 */
export class FaultyProxy implements AsyncDisposable {
  readonly #server: Server;
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #refusing = false;
  #silent = false;
  #delay = 0;

  private constructor(server: Server, target: URL) {
    this.#server = server;
    this.#target = target;
    server.on('connection', (client) => this.#join(client));
  }

  /**
   * Starts a proxy.
   * @param target - the server's URL with its port: of PostgreSQL, Redis or any other TCP server
   */
  static async before(target: string): Promise<FaultyProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyProxy(server, new URL(target));
  }

  /** The server's URL with the address of the proxy. */
  get url(): string {
    const url = new URL(this.#target);
    url.port = String((this.#server.address() as AddressInfo).port);
    url.hostname = '127.0.0.1';
    return url.href;
  }

  /** The number of connections through the proxy. */
  get connections(): number {
    return this.#sockets.size / 2;
  }

  /** Closes all connections and rejects new ones. */
  refuse(): void {
    this.#refusing = true;
    this.cut();
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Stops forwarding data, without closing connections. */
  fallSilent(): void {
    this.#silent = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Delays data in both directions. */
  slowDown(milliseconds: number): void {
    this.#delay = milliseconds;
  }

  heal(): void {
    this.#refusing = false;
    this.#silent = false;
    this.#delay = 0;
    for (const socket of this.#sockets) socket.resume();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket): void {
    if (this.#refusing) {
      client.destroy();
      return;
    }
    const { port, hostname } = this.#target;
    const server = connect(Number(port), hostname);
    this.#pass(client, server);
    this.#pass(server, client);
  }

  #pass(from: Socket, to: Socket): void {
    this.#sockets.add(from);
    let passed = Promise.resolve();
    from.on('data', (chunk) => {
      const delay = this.#delay;
      // Keeps the order, even if a later chunk has a shorter delay.
      passed = passed.then(() => (delay > 0 ? sleep(delay) : undefined)).then(() => void to.write(chunk));
    });
    from.on('error', () => to.destroy());
    from.on('close', () => {
      this.#sockets.delete(from);
      to.destroy();
    });
    if (this.#silent) from.pause();
  }
}
