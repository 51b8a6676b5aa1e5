import { expect, expectTypeOf, test, vi } from 'vitest';
import { specMock } from './spec-mock.ts';

class Base {
  ping(): string {
    return 'pong';
  }
}

class Mailer extends Base {
  readonly region: string = 'eu';
  get address(): string {
    return 'a@b.c';
  }
  async send(to: string, text: string): Promise<number> {
    return to.length + text.length;
  }
  later(to: string, options: { hours: number } = { hours: 1 }): string {
    return to + options.hours;
  }
  all(...to: string[]): number {
    return to.length;
  }
}

interface Clock {
  now(): Date;
  sleep(ms: number): Promise<void>;
}

test('it has the members of the class and its parents', () => {
  const mock = specMock(Mailer, { ping: () => 'fake' });
  expect(mock.ping()).toBe('fake');
  expect(Object.keys(mock)).toEqual(['address', 'send', 'later', 'all', 'ping']);
  expect('send' in mock).toBe(true);
  expect('sned' in mock).toBe(false);
  expect(mock).toBeInstanceOf(Mailer);
});

test('calls are recorded', async () => {
  const mock = specMock(Mailer, { send: async () => 1 });
  await mock.send('a', 'b');
  expect(mock.send).toHaveBeenCalledExactlyOnceWith('a', 'b');
  expect(vi.isMockFunction(mock.send)).toBe(true);
});

test('asynchronous members stay asynchronous, even when they fail', async () => {
  const mock = specMock(Mailer, {
    send: () => {
      throw new Error('no mail today');
    },
  });
  const sending = mock.send('a', 'b');
  expect(sending).toBeInstanceOf(Promise);
  await expect(sending).rejects.toThrow('no mail today');
});

test('an unknown member throws with the existing ones, similar ones first', () => {
  const mock = specMock(Mailer) as unknown as Record<string, () => void>;
  expect(() => mock['sned']?.()).toThrow(
    'Mailer has no member "sned". It has: send, later, all, ping, address.',
  );
  expect(() => void (mock['sned'] = () => undefined)).toThrow('Mailer has no member "sned"');
});

test('an unknown member in the happy path throws', () => {
  expect(() => specMock(Mailer, { sned: () => 1 } as never)).toThrow('Mailer has no member "sned"');
});

test('a field that only instances have can be given', () => {
  expect(specMock(Mailer, { region: 'us' }).region).toBe('us');
});

test.each([
  [
    'more than it declares',
    (mock: Loose) => mock['ping']?.('x'),
    'Mailer.ping was called with 1 argument; it takes 0.',
  ],
  [
    'fewer than its happy path needs',
    (mock: Loose) => mock['later']?.(),
    'Mailer.later was called with 0 arguments; it takes at least 1.',
  ],
])('a call with %s throws', (_what, call, message) => {
  const mock = specMock(Mailer, { ping: () => '', later: (to) => to }) as unknown as Loose;
  expect(() => call(mock)).toThrow(message);
});

test('an asynchronous call with too many arguments rejects', async () => {
  const mock = specMock(Mailer, { send: async () => 1 }) as unknown as Loose;
  await expect(mock['send']?.('a', 'b', 'c')).rejects.toThrow('called with 3 arguments; it takes 0 to 2');
});

test('default and rest parameters are optional', () => {
  const mock = specMock(Mailer, { later: (to) => to, all: (...to) => to.length });
  expect(mock.later('x', { hours: 2 })).toBe('x');
  expect(mock.all('a', 'b', 'c')).toBe(3);
});

test('a member without a happy path throws when it is used', async () => {
  const mock = specMock(Mailer);
  expect(() => mock.ping()).toThrow(
    'Mailer.ping was called, but has no happy path. Give it one: specMock(…, { ping: … }).',
  );
  expect(() => mock.address).toThrow('Mailer.address was read, but has no value');
  await expect(mock.send('a', 'b')).rejects.toThrow('has no happy path');
});

test('it can be awaited and returned from async functions, because it is not thenable', async () => {
  const mock = specMock(Mailer, { ping: () => 'fake' });
  expect((mock as unknown as Record<string, unknown>)['then']).toBeUndefined();
  const awaited = await Promise.resolve(mock);
  expect(awaited.ping()).toBe('fake');
});

test('it can be compared and printed', () => {
  expect({ mailer: specMock(Mailer, { address: 'x' }) }).toEqual({ mailer: expect.anything() as unknown });
  expect(JSON.stringify({ mock: specMock<Clock>(['now'], { now: () => new Date(0) }) })).toBe('{"mock":{}}');
});

test('an interface is given as the names of its members', async () => {
  const mock = specMock<Clock>(['now', 'sleep'], { now: () => new Date(0), sleep: async () => undefined });
  expect(mock.now().getTime()).toBe(0);
  await expect(mock.sleep(3)).resolves.toBeUndefined();
  expect(() => (mock as unknown as Loose)['noww']?.()).toThrow(
    'The mock has no member "noww". It has: now, sleep.',
  );
});

test('a wrong name or answer does not compile', () => {
  const mock = specMock(Mailer, { ping: () => 'x' });
  expectTypeOf(mock.send).parameters.toEqualTypeOf<[to: string, text: string]>();
  expectTypeOf(mock).toExtend<Mailer>();
  // @ts-expect-error there is no such member
  expect(() => mock.sned as unknown).toThrow('"sned"');
  // @ts-expect-error there is no such member to give an answer for
  expect(() => specMock(Mailer, { sned: () => 1 })).toThrow('"sned"');
  // @ts-expect-error the answer is a string
  specMock(Mailer, { ping: () => 1 });
  // @ts-expect-error there is no such member to list
  specMock<Clock>(['nwo']);
});

type Loose = Record<string, (...args: unknown[]) => unknown>;
