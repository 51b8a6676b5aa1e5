/** One answer of a fake server; made by `reply`, `networkError` or `noAnswer`. */
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

  /** The same reply, but only after so many milliseconds (of fake time, where that is on). */
  after(ms: number): FakeReply {
    return new FakeReply(this.status, this.body, { ...this, wait: ms });
  }
}

/** A reply with a status, a body (JSON, unless it is a string or bytes) and headers. */
export function reply(
  status: number,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): FakeReply {
  return new FakeReply(status, body, { headers });
}

/** No reply: the connection breaks, as `fetch` reports it. */
export function networkError(code = 'ECONNRESET'): FakeReply {
  const cause = Object.assign(new Error(`the fake server broke the connection: ${code}`), { code });
  return new FakeReply(0, undefined, { error: new TypeError('fetch failed', { cause }) });
}

/** No reply, ever: the request hangs until its signal aborts it. */
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
