import { type Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Question, Visitor } from './visitors.ts';

export interface Reply {
  readonly status: number;
  readonly text: string;
}

/** @returns nothing when it was aborted first, before its body was sent or before the answer was there */
export async function send(
  address: string,
  agent: Agent,
  { token }: Visitor,
  { method, path, body }: Question,
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
