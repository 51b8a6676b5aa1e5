import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  AnswerJudge,
  type Declared,
  declaredBy,
  type Exchange,
  unseen,
} from '../support/contract/answer-judge.ts';
import type { Answer } from '../support/caller.ts';
import { ContractWorld } from '../support/contract/contract-world.ts';
import { type Document, documentOf, type Operation, operationsIn } from '../support/open-api.ts';
import { wayTo } from '../support/contract/ways-to-answers.ts';

let world: ContractWorld;
let document: Document;
let operations: Operation[];
let exchanges: Exchange[];
let judge: AnswerJudge;

beforeAll(async () => {
  world = await ContractWorld.start();
  document = await documentOf(world.anyone);
  judge = new AnswerJudge(document);
  operations = operationsIn(document);
  const [away, rest] = partition(operations.flatMap(declaredBy), ({ status }) => status === 503);
  exchanges = await produce(rest);
  world.api.proxy.refuse();
  exchanges.push(...(await produce(away)));
}, 60_000);
afterAll(() => world[Symbol.asyncDispose]());

async function produce(declared: readonly Declared[]): Promise<Exchange[]> {
  const made: Exchange[] = [];
  for (const one of declared) {
    const answer = await wayTo(one)?.(world, one.operation);
    if (answer) made.push({ operation: one.operation, answer });
  }
  return made;
}

function partition<Item>(items: readonly Item[], matches: (item: Item) => boolean): [Item[], Item[]] {
  return [items.filter(matches), items.filter((item) => !matches(item))];
}

const faultsOf = (made: readonly Exchange[]): string[] =>
  made.flatMap((exchange) => judge.faultsOf(exchange));

describe('every route', () => {
  it('declares no answer that it was not seen to give', () => {
    expect(exchanges.length).toBeGreaterThan(5 * operations.length);
    expect(unseen(operations, exchanges), 'tell ways-to-answers.ts how to get them').toEqual([]);
  });

  it('gives no answer that it does not declare, and each in the declared shape', () => {
    expect(faultsOf(exchanges)).toEqual([]);
  });

  it('was seen with something in every list that it answers with', () => {
    const empty = exchanges.filter(({ answer }) => Array.isArray(answer.json) && answer.json.length === 0);
    expect(empty.map(({ operation }) => operation.name)).toEqual([]);
  });

  // <sample alerts>
  it('tells over a WebSocket what it declares', () => {
    const upgraded = exchanges.filter(({ answer }) => answer.status === 101);
    expect(upgraded).not.toEqual([]);
    for (const { operation, answer } of upgraded) {
      expect(operation.message).toBeDefined();
      expect(judge.mismatches(operation.message!, answer.json)).toEqual([]);
    }
  });
  // </sample alerts>

  it('answers HEAD as it answers GET, without the body', async () => {
    world.api.proxy.heal();
    for (const operation of operations.filter(({ method }) => method === 'GET')) {
      for (const caller of [world.anyone, world.people.viewer.caller, world.people.owner.caller]) {
        const get = await world.send(operation, { caller });
        const head = await world.send({ ...operation, method: 'HEAD' }, { caller });
        expect({ name: operation.name, status: head.status, text: head.text }).toEqual({
          name: operation.name,
          status: get.status,
          text: '',
        });
      }
    }
  });
});

/** The same exchanges as a route would have made that answers something else. */
describe('this level fails for a route that', () => {
  const one = (name: string, status: number): Exchange =>
    exchanges.find(({ operation, answer }) => operation.name === name && answer.status === status)!;
  const faultsWith = (name: string, status: number, other: (answer: Answer) => Partial<Answer>): string[] => {
    const { operation, answer } = one(name, status);
    return judge.faultsOf({ operation, answer: { ...answer, ...other(answer) } });
  };
  const me = 'GET /me';

  it('answers with a status that it does not declare', () => {
    expect(faultsWith(me, 200, () => ({ status: 418 }))).toEqual([`${me} answered 418 without declaring it`]);
  });

  it.each<[string, object, string]>([
    ['leaves a field out', { name: undefined }, 'must have required property'],
    ['adds a field', { passwordHash: 'x' }, 'must NOT have additional properties'],
    ['answers with another type', { name: 1 }, '/name must be string'],
    ['answers with another format', { createdAt: 'yesterday' }, '/createdAt must match format "date-time"'],
  ])('%s', (_what, change, fault) => {
    const faults = faultsWith(me, 200, ({ json }) => ({
      json: JSON.parse(JSON.stringify({ ...(json as object), ...change })) as unknown,
    }));
    expect(faults.join()).toContain(fault);
  });

  it('answers with a problem of another code, or with another media type', () => {
    const other = faultsWith(me, 401, ({ json }) => ({ json: { ...(json as object), code: 'other' } }));
    expect(other.join()).toContain('/code must be equal to one of the allowed values');
    const asText = faultsWith(me, 200, () => ({ headers: new Headers({ 'content-type': 'text/html' }) }));
    expect(asText.join()).toContain('as text/html, and declares application/json');
  });

  it('answers with a body and declares none', () => {
    const faults = faultsWith('DELETE /sessions/current', 204, () => ({ text: '{}' }));
    expect(faults.join()).toContain('with a body, and declares none');
  });

  it('declares an answer that it never gives', () => {
    const without = exchanges.filter(({ answer }) => answer.status !== 409);
    expect(unseen(operations, without)).toContain('POST /organizations 409 slug-taken');
  });
});
