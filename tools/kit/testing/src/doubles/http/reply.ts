/**
 * An answer of a fake server, created by `reply`, `networkError` or `noAnswer`.
 *
 * @example
 * const late = reply(200, { status: 'ok' }).after(5);
 * expect(late).toBeInstanceOf(FakeReply);
 */
export class FakeReply {
  readonly status: number;
  readonly body: unknown;
  readonly headers: Readonly<Record<string, string>>;
  readonly wait: number;
  readonly error: Error | undefined;

  constructor(
    status: number,
    body?: unknown,
    rest: Partial<Pick<FakeReply, 'headers' | 'wait' | 'error'>> = {},
  ) {
    this.status = status;
    this.body = body;
    this.headers = rest.headers ?? {};
    this.wait = rest.wait ?? 0;
    this.error = rest.error;
  }

  /** Returns the same reply, delayed by milliseconds (of fake time, if that is on). */
  after(ms: number): FakeReply {
    return new FakeReply(this.status, this.body, { ...this, wait: ms });
  }
}

/**
 * Creates a reply with a status, a body (JSON, unless it is a string or bytes) and headers.
 *
 * @example
 * const http = fakeHttp({ post: { '/orders': reply(201, { id: 7 }, { location: '/orders/7' }) } });
 * const response = await http.fetch('/orders', { method: 'POST' });
 * expect(response.headers.get('location')).toBe('/orders/7');
 */
export function reply(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeReply {
  return new FakeReply(status, body, { headers });
}

/**
 * Creates a broken connection, as `fetch` reports it.
 *
 * @example
 * const http = fakeHttp({ get: { '/health': networkError('ECONNREFUSED') } });
 * await expect(http.fetch('/health')).rejects.toThrow('fetch failed');
 */
export function networkError(code = 'ECONNRESET'): FakeReply {
  const cause = Object.assign(new Error(`the fake server broke the connection: ${code}`), { code });
  return new FakeReply(0, undefined, { error: new TypeError('fetch failed', { cause }) });
}

/**
 * Creates a request without an answer: it hangs until its signal aborts.
 *
 * @example
 * const http = fakeHttp({ get: { '/health': noAnswer() } });
 * const signal = AbortSignal.timeout(5);
 * await expect(http.fetch('/health', { signal })).rejects.toThrow('timeout');
 */
export function noAnswer(): FakeReply {
  return new FakeReply(0, undefined, { wait: Number.POSITIVE_INFINITY });
}

export async function toResponse(
  { status, body, headers, wait, error }: FakeReply,
  signal: AbortSignal,
): Promise<Response> {
  signal.throwIfAborted();
  if (wait > 0) await waitFor(wait, signal);
  if (error) throw error;
  const isRaw = body === undefined || typeof body === 'string' || body instanceof Uint8Array;
  const content = isRaw ? (body as string | Uint8Array<ArrayBuffer> | undefined) : JSON.stringify(body);
  const type = isRaw ? 'text/plain' : 'application/json';
  return new Response(content ?? null, { status, headers: { 'content-type': type, ...headers } });
}

function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = Number.isFinite(ms) ? setTimeout(done, ms) : undefined;
    signal.addEventListener('abort', abort, { once: true });
    function done(): void {
      signal.removeEventListener('abort', abort);
      resolve();
    }
    function abort(): void {
      clearTimeout(timer);
      reject(signal.reason as Error);
    }
  });
}
