/** A request to the fake, with its body. */
export interface SeenRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON, other text, or undefined without a body. */
  readonly body: unknown;
  /** The route that answered, or undefined. */
  readonly route: string | undefined;
  readonly params: Readonly<Record<string, string>>;
}

export async function seeRequest(request: Request): Promise<SeenRequest> {
  const text = await request.text();
  return {
    method: request.method,
    url: new URL(request.url),
    headers: Object.fromEntries(request.headers),
    body: parse(text, request.headers.get('content-type') ?? ''),
    route: undefined,
    params: {},
  };
}

function parse(text: string, type: string): unknown {
  if (text === '') return undefined;
  return /[/+]json\b/.test(type) ? (JSON.parse(text) as unknown) : text;
}
