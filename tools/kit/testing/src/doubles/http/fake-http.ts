import { blame, currentRecord } from '../../guards/record.ts';
import { matchRoute, type Routes } from './match-route.ts';
import { FakeReply, toResponse } from './reply.ts';
import { type SeenRequest, seeRequest } from './seen-request.ts';

/** An HTTP world without a network. */
export interface FakeHttp extends Disposable {
  /** Takes the place of `fetch`: hand it to the code under test. */
  readonly fetch: typeof globalThis.fetch;
  /** What was asked for, in order. */
  readonly requests: readonly SeenRequest[];
  /** The requests for a route, as it was given: `requestsTo('post', '/orders/:id')`. */
  requestsTo(method: string, route: string): SeenRequest[];
  /** Adds routes, or replaces those that are there. */
  add(routes: Routes): void;
  /** Puts itself in the place of the global `fetch`, until it is disposed. */
  install(): this;
  /** Puts the global `fetch` back. Where no guard runs, throws for requests that no route answered. */
  [Symbol.dispose](): void;
}

/**
 * Answers HTTP requests from a table of routes. A route is the JSON to answer with, a `reply(…)`, or a function of the request.
 * A request for anything else fails the test, also where the code under test swallows the error.
 *
 * @example
 * using http = fakeHttp({ get: { '/health': { status: 'ok' }, '/users/:id': ({ params }) => ({ id: params.id }) } });
 * await checkHealth(http.fetch);
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

/** Paths without a host are allowed: there is no network anyway. */
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
  const what = `requested ${method} ${url.pathname}${url.search} of ${url.host}, which the fake does not know`;
  const fix = `It knows ${known.length > 0 ? known.join(', ') : 'no route'}. Add it: fakeHttp({ ${method.toLowerCase()}: { '${url.pathname}': … } }).`;
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
