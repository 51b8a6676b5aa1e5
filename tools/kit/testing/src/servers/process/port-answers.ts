import { connect } from 'node:net';
import { Deadline } from '../../deadline/deadline.ts';
import { whenOver } from '../../deadline/when-over.ts';

/** The longest time that a connection attempt takes, in milliseconds. A port usually accepts or refuses at once. */
const longestSilence = 2_000;

/** Returns whether a program accepts connections on a port. */
export async function portAnswers(port: number, host = '127.0.0.1'): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host });
  socket.on('connect', () => resolve(true));
  socket.on('error', () => resolve(false));
  // Lets a pending answer win, in case this process was too busy to read it.
  const stop = whenOver(new Deadline(longestSilence), () => setImmediate(resolve, false));
  return promise.finally(() => {
    stop();
    socket.destroy();
  });
}
