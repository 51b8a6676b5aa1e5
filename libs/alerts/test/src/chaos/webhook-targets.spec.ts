import type { Socket } from 'node:net';
import { postOverHttp } from '@acme/alerts';
import { eventually, withTimeout } from '@vouch/testing';
import { describe, expect, test } from 'vitest';
import { BadTarget, type Behaviour } from '../fakes/bad-target.ts';

const timeout = 300;
/** On a machine that is busy with other things, too. */
const limit = timeout + 2_000;
const head = (status: string, ...headers: string[]): string =>
  [`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n');

/** Writes the text again and again, until the connection is gone. */
const drip =
  (text: string, milliseconds: number): Behaviour =>
  (socket) => {
    const timer = setInterval(() => socket.write(text), milliseconds);
    socket.on('close', () => clearInterval(timer));
  };

const and =
  (...behaviours: Behaviour[]): Behaviour =>
  (socket) =>
    behaviours.forEach((behave) => behave(socket));
const say =
  (text: string): Behaviour =>
  (socket) =>
    void socket.write(text);
const hangUp = (socket: Socket): void => void socket.end();
const cut = (socket: Socket): void => void socket.resetAndDestroy();

/** Posts, and expects an end within the limit and nothing left open. */
async function outcomeOf(behaviour: Behaviour): Promise<string> {
  await using target = await BadTarget.start(behaviour);
  const post = postOverHttp({ timeout, allowPrivate: true });
  const posted = post({ url: target.url, headers: {}, body: '{}' });
  const outcome = await withTimeout(
    posted.then(
      () => 'accepted',
      (error: unknown) => String(error),
    ),
    limit,
    'posting',
  );
  await eventually(() => expect(target.open).toBe(0));
  expect(target.requests).toBe(1);
  return outcome;
}

describe('a target counts as failing, in time, that', () => {
  test.each<[string, Behaviour]>([
    ['never answers', () => undefined],
    ['hangs up without an answer', hangUp],
    ['cuts the connection', cut],
    ['cuts it in the status line', and(say('HTTP/1.1 20'), cut)],
    ['hangs up in the headers', and(say('HTTP/1.1 200 OK\r\nx-a: 1\r\n'), hangUp)],
    ['stops in the headers', say('HTTP/1.1 200 OK\r\nx-a: 1\r\n')],
    ['sends its headers byte by byte', and(say('HTTP/1.1 200 OK\r\nx-a: '), drip('a', 20))],
    ['sends headers without end', and(say('HTTP/1.1 200 OK\r\n'), drip(`x-a: ${'a'.repeat(10_000)}\r\n`, 1))],
    ['asks to go on, again and again', drip(head('100 Continue'), 20)],
    ['sends early hints without end', drip(head('103 Early Hints', 'link: </a>'), 20)],
    ['speaks something else', say('SSH-2.0-OpenSSH_9.6\r\n')],
    ['answers with a status that is none', say(head('999 Whatever', 'content-length: 0'))],
    ['wants to switch protocols', say(head('101 Switching Protocols', 'upgrade: x', 'connection: upgrade'))],
    ['says that it failed', say(head('500 No', 'content-length: 0'))],
    [
      'leads to a private address',
      say(head('302 Found', 'location: http://169.254.169.254/latest', 'content-length: 0')),
    ],
    ['leads to itself', say(head('307 Temporary Redirect', 'location: /hook', 'content-length: 0'))],
  ])('%s', async (_what, behaviour) => {
    expect(await outcomeOf(behaviour)).not.toBe('accepted');
  });
});

describe('a target counts as accepting, by its status alone, that', () => {
  test.each<[string, Behaviour]>([
    ['answers and stays connected', say(head('204 No Content'))],
    ['never ends the body', and(say(head('200 OK', 'content-length: 10')), drip('a', 200))],
    ['sends a body without end', and(say(head('200 OK')), drip('a'.repeat(60_000), 1))],
    ['sends less than it announced', and(say(`${head('200 OK', 'content-length: 1000')}{}`), hangUp)],
    ['sends more than it announced', and(say(`${head('200 OK', 'content-length: 1')}{"more":true}`))],
    ['cuts the connection in the body', and(say(`${head('201 Created', 'content-length: 1000')}{`), hangUp)],
    ['sends chunks that are none', say(`${head('200 OK', 'transfer-encoding: chunked')}zz\r\n`)],
  ])('%s', async (_what, behaviour) => {
    expect(await outcomeOf(behaviour)).toBe('accepted');
  });
});

describe('without leave to reach private networks', () => {
  const post = postOverHttp({ timeout });

  test.each(['localhost', '127.0.0.1', '[::1]', '[::ffff:127.0.0.1]', '0x7f.1', '2130706433', '0.0.0.0'])(
    'nothing is sent to %s',
    async (host) => {
      await using target = await BadTarget.start(say(head('204 No Content')));
      const url = target.url.replace('127.0.0.1', host);
      await expect(post({ url, headers: {}, body: '{}' })).rejects.toThrow('is not a public address');
      expect(target.requests).toBe(0);
    },
  );
});
