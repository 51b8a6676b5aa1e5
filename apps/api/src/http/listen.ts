import type { FastifyInstance } from 'fastify';
import { ConfigError } from '../environment/variables.ts';

export interface ListenOptions {
  readonly host: string;
  readonly port: number;
}

/**
 * @returns the address at which the app listens
 * @throws ConfigError when it cannot listen there; the app is then closed
 */
export async function listen(app: FastifyInstance, { host, port }: ListenOptions): Promise<string> {
  try {
    return await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const reason = reasons[(error as NodeJS.ErrnoException).code ?? ''];
    throw reason === undefined ? error : new ConfigError([reason(host, port)]);
  }
}

const notHere = (host: string): string => `HOST is "${host}", which is not an address of this machine`;
const reasons: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (host, port) => `PORT is ${port}, which another program uses at ${host}; 0 uses any free one`,
  EACCES: (_host, port) => `PORT is ${port}, which this user may not open; ports from 1024 are open to all`,
  EADDRNOTAVAIL: notHere,
  ENOTFOUND: notHere,
  EAI_AGAIN: notHere,
};
