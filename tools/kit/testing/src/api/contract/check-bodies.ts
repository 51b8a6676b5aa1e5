import { expect } from 'vitest';
import type { Document } from '../open-api.ts';
import { bodyMutations } from './body-mutations.ts';
import type { ContractEnvironment } from './contract-environment.ts';
import { ResponseValidator } from './response-validator.ts';

/** How many operations take a body, and how many bodies they accepted and rejected. */
export interface BodyReport {
  readonly operations: number;
  readonly accepted: number;
  readonly rejected: number;
}

/**
 * Sends mutations of each body that the document describes, and expects that the API rejects exactly those that the document
 * forbids, with the code `invalid-request`.
 *
 * @example
 * const { accepted, rejected } = await checkBodies(environment, document);
 */
export async function checkBodies(environment: ContractEnvironment, document: Document): Promise<BodyReport> {
  const validator = new ResponseValidator(document);
  const operations = environment.parts.operations.flatMap((operation) =>
    operation.body ? [{ operation, schema: operation.body }] : [],
  );
  let [accepted, rejected] = [0, 0];
  for (const { operation, schema } of operations) {
    for (const body of bodyMutations(schema)) {
      const isAllowed = validator.mismatches(schema, body).length === 0;
      const { json, status } = await environment.send(operation, { body: JSON.stringify(body) });
      const isRejected = (json as { code?: string } | undefined)?.code === 'invalid-request';
      const name = `${operation.name} ${JSON.stringify(body)}`;
      expect(status, name).toBeLessThan(500);
      expect(isRejected ? 'rejected' : 'accepted', name).toBe(isAllowed ? 'accepted' : 'rejected');
      if (isAllowed) accepted += 1;
      else rejected += 1;
    }
  }
  return { operations: operations.length, accepted, rejected };
}
