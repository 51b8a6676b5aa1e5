/** A response with its body as text and, where it parses, as JSON. */
export interface ApiResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/**
 * Calls an API over HTTP, signed in or not. Redirects are not followed.
 *
 * @example
 * const anyone = new Caller(api.address);
 * expect((await anyone.get('/me')).status).toBe(401);
 */
export class Caller {
  readonly #address: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** @param token - sent as a bearer token with each request */
  constructor(address: string, token?: string) {
    this.#address = address;
    this.#headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  }

  get(path: string, headers: Readonly<Record<string, string>> = {}): Promise<ApiResponse> {
    return this.send('GET', path, undefined, headers);
  }

  post(path: string, body: unknown): Promise<ApiResponse> {
    return this.send('POST', path, body);
  }

  /** @param body - a string and bytes are sent as they are, anything else as JSON */
  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<ApiResponse> {
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(new URL(path, this.#address), {
      method: method.toUpperCase(),
      headers: { ...this.#headers, ...content, ...headers },
      ...(body === undefined ? {} : { body: contentOf(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }
}

function contentOf(body: unknown): string | Uint8Array<ArrayBuffer> {
  if (typeof body === 'string') return body;
  return body instanceof Uint8Array ? new Uint8Array(body) : JSON.stringify(body);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
