import type { FakeReply } from './reply.ts';
import type { SeenRequest } from './seen-request.ts';

/** An answer of a fake server: JSON, a whole reply, or a function that returns either. */
export type Answer =
  FakeReply | ((request: SeenRequest) => unknown) | object | string | number | boolean | null;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete' | 'head' | 'options';

/** Answers by method and path. A path can have parameters (`/users/:id`) and an origin (`https://api.test/users`). */
export type Routes = { [M in Method]?: Record<string, Answer> };

interface Match {
  readonly route: string;
  readonly params: Readonly<Record<string, string>>;
  readonly answer: Answer;
}

/** Returns the route of a request. Exact paths come before those with parameters. */
export function matchRoute(routes: Routes, method: string, url: URL): Match | undefined {
  const paths = Object.entries(routes[method.toLowerCase() as Method] ?? {});
  const byParameters = paths.toSorted(([a], [b]) => countParameters(a) - countParameters(b));
  for (const [route, answer] of byParameters) {
    const params = paramsOf(route, url);
    if (params) return { route, params, answer };
  }
  return undefined;
}

function paramsOf(route: string, url: URL): Record<string, string> | undefined {
  const origin = /^https?:\/\/[^/]+/.exec(route)?.[0] ?? '';
  if (origin !== '' && new URL(origin).origin !== url.origin) return undefined;
  const wanted = route.slice(origin.length).split('/');
  const given = url.pathname.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const value = decodeURIComponent(given[index] ?? '');
    if (part.startsWith(':')) params[part.slice(1)] = value;
    else if (part !== value) return undefined;
  }
  return params;
}

function countParameters(route: string): number {
  return route.split('/:').length - 1;
}
