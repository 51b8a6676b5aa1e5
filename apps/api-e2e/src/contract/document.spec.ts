import { Validator } from '@seriousme/openapi-schema-validator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { declaredBy } from '../support/contract/answer-judge.ts';
import { contracts } from '../support/contract/contracts.ts';
import { Caller } from '../support/caller.ts';
import { disagreements } from '../support/contract/disagreements.ts';
import { type Document, documentOf, operationsIn } from '../support/open-api.ts';

let api: ApiProcess;
let document: Document;

beforeAll(async () => {
  api = await startApi();
  document = await documentOf(new Caller(api.address));
}, 30_000);
afterAll(() => api[Symbol.asyncDispose]());

/** The description with something else at a place. */
function changed(place: readonly string[], value: unknown): Document {
  const copy = structuredClone(document) as object;
  const last = place.length - 1;
  const parent = place.slice(0, last).reduce((node, name) => (node as Record<string, object>)[name]!, copy);
  Object.assign(parent, { [place[last]!]: value });
  return copy as Document;
}

async function isOpenApi(candidate: Document): Promise<boolean> {
  const { valid } = await new Validator().validate({ ...structuredClone(candidate) });
  return valid;
}

describe('the served description', () => {
  it('is valid OpenAPI', async () => {
    await expect(isOpenApi(document)).resolves.toBe(true);
  });

  it('has the schemas of the contracts, as they are, and no others', () => {
    expect(disagreements(document, contracts)).toEqual([]);
  });

  it('names each error of the contracts, and no code that is unknown', () => {
    const ofContracts = Object.values(contracts)
      .filter((exported) => typeof exported === 'function' && exported.prototype instanceof Error)
      .map((ErrorClass) => new (ErrorClass as new () => { code?: string })().code)
      .filter((code) => code !== undefined);
    const ofServer =
      /^(bad-request|invalid-request|payload-too-large|unsupported-media-type|upgrade-required|too-many-requests|unavailable)$/;
    const declared = operationsIn(document).flatMap(declaredBy);
    const codes = new Set(declared.map(({ code }) => code).filter((code) => code !== undefined));
    expect([...codes].filter((code) => !ofServer.test(code)).toSorted()).toEqual(ofContracts.toSorted());
  });
});

describe('this level fails for a description in which', () => {
  const ofMe = ['paths', '/me', 'get', 'responses', '200', 'content', 'application/json', 'schema'];
  const ofNewOrganization = [
    'paths',
    '/organizations',
    'post',
    'requestBody',
    'content',
    'application/json',
    'schema',
  ];

  it('a schema differs from that of its contract', () => {
    const shorter = changed([...ofMe, 'properties', 'name', 'maxLength'], 99);
    expect(disagreements(shorter, contracts)).toEqual([
      'GET /me 200: the schema is none that a contract exports',
    ]);
  });

  it('a body is taken that no contract knows', () => {
    expect(disagreements(changed(ofNewOrganization, { type: 'object' }), contracts)).toEqual([
      'POST /organizations body: the schema is none that a contract exports',
      'NewOrganizationSchema: no route has the schema',
    ]);
  });

  it('a route is missing', () => {
    const without = changed(['paths', '/organizations/{organizationId}/invitations'], {});
    expect(disagreements(without, contracts)).toContain('NewInvitationSchema: no route has the schema');
  });

  it('something is no OpenAPI', async () => {
    await expect(isOpenApi(changed(['paths', 'no-slash'], {}))).resolves.toBe(false);
    await expect(isOpenApi(changed(['info', 'title'], 1))).resolves.toBe(false);
  });
});
