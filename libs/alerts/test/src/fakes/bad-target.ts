import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** Answers on a connection after a whole request has come in. */
export type Behaviour = (socket: Socket) => void;

/** A webhook's target that violates HTTP: a test defines the bytes that it sends. Stateful. */
export class BadTarget implements AsyncDisposable {
  /** Requests that came in. */
  requests = 0;
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();

  private constructor(behaviour: Behaviour) {
    this.#server = createServer((socket) => {
      this.#sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => this.#sockets.delete(socket));
      socket.once('data', () => {
        this.requests += 1;
        behaviour(socket);
      });
    });
  }

  static async start(behaviour: Behaviour): Promise<BadTarget> {
    const target = new BadTarget(behaviour);
    target.#server.listen(0, '127.0.0.1');
    await once(target.#server, 'listening');
    return target;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/hook`;
  }

  /** Connections that are still open. */
  get open(): number {
    return this.#sockets.size;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#server.close();
    await once(this.#server, 'close');
  }
}
