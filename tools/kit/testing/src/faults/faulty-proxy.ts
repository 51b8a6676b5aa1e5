import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** Stands between a client and a server, and does there what networks do. Stateful: make one per test or file. */
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

  /** @param target - the server's address, with its port: of PostgreSQL, Redis or whatever speaks over TCP */
  static async before(target: string): Promise<FaultyProxy> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyProxy(server, new URL(target));
  }

  /** The server's address by way of the proxy. */
  get url(): string {
    const url = new URL(this.#target);
    url.port = String((this.#server.address() as AddressInfo).port);
    url.hostname = '127.0.0.1';
    return url.href;
  }

  /** How many connections lead through it. */
  get connections(): number {
    return this.#sockets.size / 2;
  }

  /** Cuts what is connected and takes nobody new. */
  refuse(): void {
    this.#refusing = true;
    this.cut();
  }

  cut(): void {
    for (const socket of this.#sockets) socket.destroy();
  }

  /** Lets nothing through any more, and cuts nothing. */
  fallSilent(): void {
    this.#silent = true;
    for (const socket of this.#sockets) socket.pause();
  }

  /** Holds back whatever passes, in either direction. */
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
      // One after the other, or what is held back for less time would overtake.
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
