import { Agent } from 'node:http';
import { type Reply, sendRequest, type VisitorRequest } from './send-request.ts';

/** Someone of one tenant, whose rows all contain `of <tenant id>` in their names. */
export interface Visitor {
  readonly token: string;
  readonly tenant: string;
  /** Requests that the visitor may send; each is expected to succeed. */
  readonly requests: () => readonly VisitorRequest[];
}

/** The outcome of an abort storm. */
export interface StormReport {
  answered: number;
  aborted: number;
  /** Responses with a row of another tenant. */
  readonly foreign: string[];
  /** Responses with another status than success and 503, after which the request is sent again. */
  readonly failed: string[];
}

/**
 * Sends many requests at once as visitors of different tenants, of which half are aborted before their response.
 *
 * @example
 * const { foreign, failed } = await abortStorm(api, visitors, 1_500);
 * expect({ foreign, failed }).toEqual({ foreign: [], failed: [] });
 */
export async function abortStorm(
  { address }: { readonly address: string },
  visitors: readonly Visitor[],
  count: number,
): Promise<StormReport> {
  const agent = new Agent({ keepAlive: true });
  const report: StormReport = { answered: 0, aborted: 0, foreign: [], failed: [] };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const visitor = anyOf(visitors);
      const abortAfter = Math.random() < 0.5 ? Math.random() * 10 : undefined;
      const request = anyOf(visitor.requests());
      const sender = { address, agent, token: visitor.token };
      const reply = await sendRequest(sender, request, abortAfter);
      // An overloaded API asks the client to try again.
      if (reply?.status === 503) left += 1;
      else note(report, visitor, request.path, reply);
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  agent.destroy();
  return report;
}

function note(report: StormReport, { tenant }: Visitor, path: string, reply: Reply | undefined): void {
  if (reply === undefined) {
    report.aborted += 1;
    return;
  }
  report.answered += 1;
  if (reply.status >= 300) report.failed.push(`${path}: ${reply.status} ${reply.text}`);
  for (const [, owner] of reply.text.matchAll(/ of ([\da-f-]{36})/g)) {
    if (owner !== tenant) report.foreign.push(`${path} shows a row of ${owner}`);
  }
}

function anyOf<Item>(items: readonly Item[]): Item {
  return items[Math.floor(Math.random() * items.length)] as Item;
}
