import { connect } from 'node:net';
import { Deadline } from '../../deadline/deadline.ts';
import { whenOver } from '../../deadline/when-over.ts';

/** A program that listens takes a connection at once, and a port on which none listens refuses it at once. */
const longestSilence = 2_000;

/** Whether something accepts connections on a port of this machine. */
export async function portAnswers(port: number, host = '127.0.0.1'): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const socket = connect({ port, host });
  socket.on('connect', () => resolve(true));
  socket.on('error', () => resolve(false));
  // an answer may have come while this process was busy with something else
  const stop = whenOver(new Deadline(longestSilence), () => setImmediate(resolve, false));
  return promise.finally(() => {
    stop();
    socket.destroy();
  });
}
