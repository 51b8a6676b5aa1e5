/** A response of `fetch`, or of Fastify's `inject`. */
export type HttpResponse =
  Response | { readonly statusCode: number; readonly headers: object; readonly body: string };

interface ReadResponse {
  readonly status: number;
  readonly contentType: string;
  /** Parsed JSON, or text. */
  readonly body: unknown;
}

export async function readResponse(response: HttpResponse): Promise<ReadResponse> {
  if ('statusCode' in response) {
    const type = Reflect.get(response.headers, 'content-type') as string | undefined;
    return { status: response.statusCode, contentType: type ?? '', body: parse(response.body) };
  }
  const text = response.bodyUsed ? '' : await response.clone().text();
  return {
    status: response.status,
    contentType: response.headers.get('content-type') ?? '',
    body: parse(text),
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
