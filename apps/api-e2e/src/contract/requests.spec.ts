import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AnswerJudge } from '../support/contract/answer-judge.ts';
import { ContractWorld } from '../support/contract/contract-world.ts';
import { documentOf, type Operation, operationsIn } from '../support/open-api.ts';
import { bodiesAround } from '../support/contract/bodies-around.ts';

let world: ContractWorld;
let judge: AnswerJudge;
let operations: Operation[];

beforeAll(async () => {
  world = await ContractWorld.start();
  const document = await documentOf(world.anyone);
  judge = new AnswerJudge(document);
  operations = operationsIn(document).filter(({ body }) => body !== undefined);
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

describe('a body', { tags: ['slow'] }, () => {
  it('is taken exactly when the description says so, whatever is changed in it', async () => {
    let taken = 0;
    let refused = 0;
    for (const operation of operations) {
      for (const body of bodiesAround(operation.body!)) {
        const isDescribed = judge.mismatches(operation.body!, body).length === 0;
        const { json, status } = await world.send(operation, { body: JSON.stringify(body) });
        const isRefused = (json as { code?: string } | undefined)?.code === 'invalid-request';
        expect(status, `${operation.name} ${JSON.stringify(body)}`).toBeLessThan(500);
        expect(isRefused, `${operation.name} ${JSON.stringify(body)}`).toBe(!isDescribed);
        if (isDescribed) taken += 1;
        else refused += 1;
      }
    }
    expect(taken).toBeGreaterThan(operations.length);
    expect(refused).toBeGreaterThan(operations.length * 10);
  });
});
