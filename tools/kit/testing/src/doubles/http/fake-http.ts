import { blame, currentRecord } from '../../guards/record.ts';
import { matchRoute, type Routes } from './match-route.ts';
import { FakeReply, toResponse } from './reply.ts';
import { type SeenRequest, seeRequest } from './seen-request.ts';

/** A fake of HTTP without a network. */
export interface FakeHttp extends Disposable {
  /** Replaces `fetch`: pass it to the code under test. */
  readonly fetch: typeof globalThis.fetch;
  /** All requests, oldest first. */
  readonly requests: readonly SeenRequest[];
  /** Returns the requests to a route, for example `requestsTo('post', '/orders/:id')`. */
  requestsTo(method: string, route: string): SeenRequest[];
  /** Adds or replaces routes. */
  add(routes: Routes): void;
  /** Replaces the global `fetch` until it is disposed. */
  install(): this;
  /** Restores the global `fetch`. Without a guard, throws if a request had no route. */
  [Symbol.dispose](): void;
}

/**
 * Answers HTTP requests from a table of routes. A route is JSON, a `reply(…)`, or a function of the request. A
 * request without a route fails the test, even if the code under test catches the error.
 *
 * @example
 * using http = fakeHttp({ get: { '/health': { status: 'ok' }, '/users/:id': ({ params }) => ({ id: params.id }) } });
 * const response = await http.fetch('/users/7');
 * expect(await response.json()).toEqual({ id: '7' });
 * expect(http.requestsTo('get', '/users/:id')).toHaveLength(1);
 */
export function fakeHttp(routes: Routes = {}): FakeHttp {
  const table: Routes = copyOf(routes);
  const requests: SeenRequest[] = [];
  const unguarded: Error[] = [];
  let replaced: typeof globalThis.fetch | undefined;

  const fetch: typeof globalThis.fetch = async (input, init) => {
    const request = new Request(...absolute(input, init));
    const seen = await seeRequest(request);
    const match = matchRoute(table, seen.method, seen.url);
    requests.push({ ...seen, route: match?.route, params: match?.params ?? {} });
    if (!match) throw unknownRoute(seen, table, unguarded);
    const answer: unknown =
      typeof match.answer === 'function'
        ? await match.answer({ ...seen, route: match.route, params: match.params })
        : match.answer;
    return toResponse(answer instanceof FakeReply ? answer : new FakeReply(200, answer), request.signal);
  };

  return {
    fetch,
    requests,
    requestsTo: (method, route) =>
      requests.filter((seen) => seen.route === route && seen.method === method.toUpperCase()),
    add: (more) => addRoutes(table, more),
    install() {
      replaced ??= globalThis.fetch;
      globalThis.fetch = fetch;
      return this;
    },
    [Symbol.dispose]() {
      if (replaced) globalThis.fetch = replaced;
      replaced = undefined;
      if (unguarded.length > 0)
        throw new AggregateError(unguarded, unguarded.map(({ message }) => message).join('\n'));
    },
  };
}

function addRoutes(table: Routes, more: Routes): void {
  for (const [method, paths] of Object.entries(more) as [keyof Routes, object][]) {
    table[method] = { ...table[method], ...paths };
  }
}

/** Accepts paths without a host, because no network is involved. */
function absolute(
  input: string | URL | Request,
  init?: RequestInit,
): [string | URL | Request, RequestInit | undefined] {
  const isPath = typeof input === 'string' && input.startsWith('/');
  return [isPath ? new URL(input, 'http://fake.test') : input, init];
}

function unknownRoute({ method, url }: SeenRequest, table: Routes, unguarded: Error[]): TypeError {
  const known = Object.entries(table).flatMap(([verb, paths]) =>
    Object.keys(paths).map((path) => `${verb.toUpperCase()} ${path}`),
  );
  const what = `requested ${method} ${url.pathname}${url.search} of ${url.host}, which is not a route of the fake`;
  const fix = `${known.length > 0 ? `Its routes are ${known.join(', ')}` : 'It has no routes'}. Add it: fakeHttp({ ${method.toLowerCase()}: { '${url.pathname}': … } }).`;
  const error = new TypeError(`The code under test ${what}. ${fix}`);
  const record = currentRecord();
  if (record) blame(record, { what, fix, origin: error });
  else unguarded.push(error);
  return error;
}

function copyOf(routes: Routes): Routes {
  return Object.fromEntries(
    Object.entries(routes).map(([method, paths]) => [method.toLowerCase(), { ...paths }]),
  );
}
