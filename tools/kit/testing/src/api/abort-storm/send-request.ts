import { type Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

/** A request that a visitor may send. */
export interface VisitorRequest {
  readonly method: string;
  readonly path: string;
  readonly body?: object;
}

/** The status and the body of a response. */
export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** The address and the session with which `sendRequest` sends. */
export interface Sender {
  readonly address: string;
  readonly agent: Agent;
  readonly token: string;
}

/**
 * Sends a request.
 *
 * @param abortAfter - milliseconds after which the client closes the connection, its body sent in whole or in half
 * @returns nothing when it was aborted before the response was complete
 */
export async function sendRequest(
  { address, agent, token }: Sender,
  { method, path, body }: VisitorRequest,
  abortAfter?: number,
): Promise<Reply | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Reply | undefined>();
  const content = body === undefined ? '' : JSON.stringify(body);
  const headers = {
    authorization: `Bearer ${token}`,
    ...(content && { 'content-type': 'application/json', 'content-length': content.length }),
  };
  const sent = request(address + path, { method, headers, agent });
  sent.once('error', (error) => (abortAfter === undefined ? reject(error) : resolve(undefined)));
  sent.once('response', (response) => {
    const chunks: Buffer[] = [];
    response.on('data', (chunk: Buffer) => chunks.push(chunk));
    response.once('end', () =>
      resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
    );
    response.once('error', () => resolve(undefined));
  });
  if (abortAfter === undefined) sent.end(content);
  else {
    sent.write(content.slice(0, Math.random() < 0.5 ? content.length / 2 : undefined));
    if (content === '') sent.end();
    await sleep(abortAfter);
    sent.destroy();
  }
  return promise;
}
