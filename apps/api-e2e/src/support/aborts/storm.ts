import { Agent } from 'node:http';
import { type Reply, send } from './send.ts';
import { anyQuestion, pick, type Visitor } from './visitors.ts';

export interface Aftermath {
  answered: number;
  aborted: number;
  /** Answers with a row of somebody else. */
  readonly foreign: string[];
  /** Answers that nobody should get. */
  readonly failed: string[];
}

/** Many requests at once from visitors of different organizations, of which half go away before their answer. */
export async function storm(
  address: string,
  visitors: readonly Visitor[],
  count: number,
): Promise<Aftermath> {
  const agent = new Agent({ keepAlive: true });
  const aftermath: Aftermath = { answered: 0, aborted: 0, foreign: [], failed: [] };
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) {
      const visitor = pick(visitors);
      const abortAfter = Math.random() < 0.5 ? Math.random() * 10 : undefined;
      const question = anyQuestion(visitor);
      note(aftermath, visitor, question.path, await send(address, agent, visitor, question, abortAfter));
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  agent.destroy();
  return aftermath;
}

function note(
  aftermath: Aftermath,
  { organizationId }: Visitor,
  path: string,
  reply: Reply | undefined,
): void {
  if (reply === undefined) {
    aftermath.aborted += 1;
    return;
  }
  aftermath.answered += 1;
  if (reply.status >= 300) aftermath.failed.push(`${path}: ${reply.status} ${reply.text}`);
  for (const [, owner] of reply.text.matchAll(/ of ([\da-f-]{36})/g)) {
    if (owner !== organizationId) aftermath.foreign.push(`${path} shows a row of ${owner}`);
  }
}
