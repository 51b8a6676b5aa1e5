import type { ImportOf } from '../../../lib/insert-import.ts';
import { formatOnOneLine } from '../../../lib/format-text.ts';
import { quote } from '../../../lib/quote.ts';
import { subjectNameOf } from '../../../lib/subject-name.ts';
import type { Body } from './body/body.ts';
import { exampleBody } from './body/example-body.ts';
import { propertyBody } from './body/property-body.ts';
import { tenancyBody } from './tenancy/tenancy-body.ts';
import { intactDraft, withDraftMark } from '../../../../promise-tests/draft-mark.ts';
import { givenWhenThen } from './given-when-then.ts';
import { tenantFixtures } from '../model/tenant-fixtures.ts';
import type { TestContext } from '../model/test-context.ts';
import { titleOf } from './title-of.ts';
import { typeImports } from './type-imports.ts';
import type { PlannedTest } from '../model/planned-test.ts';

export interface TestText {
  readonly text: string;
  /** The imports that the file needs. */
  readonly imports: readonly ImportOf[];
}

/**
 * Renders the test of a promise with its comment, without indentation. The test is pending unless the contract
 * determines it.
 */
export async function renderTest(planned: PlannedTest, context: TestContext): Promise<TestText> {
  const { id, revision } = planned.promise;
  const body = importable(bodyOf(planned, context), context);
  const meta = `{ meta: { promise: ${quote(id)}, revision: ${quote(revision)} } }`;
  const parts = [quote(titleOf(planned)), meta, ...(body ? [body.code] : [])];
  const call = `test${body && !body.isPending ? '' : '.todo'}(${parts.join(', ')});`;
  const text = `${commentOf(planned, context, body)}\n${body ? await formatOnOneLine(call) : call}`;
  return { text: withDraftMark(text), imports: body?.imports ?? [] };
}

/** The mark on a freshly generated test. A draft with another mark is outdated. */
export async function draftOf(planned: PlannedTest, context: TestContext): Promise<string | undefined> {
  const { text } = await renderTest(planned, context);
  return intactDraft(text);
}

function importable(body: Body | undefined, context: TestContext): Body | undefined {
  const types = body && typeImports(body.code, context);
  return types && { ...body, imports: [...body.imports, ...types] };
}

function bodyOf(planned: PlannedTest, context: TestContext): Body | undefined {
  switch (planned.promise.kind) {
    case 'example':
      return exampleBody(planned.promise.text, context);
    case 'invariant':
    case 'law':
      return propertyBody(planned, context);
    case 'tenant':
      return tenancyBody(planned, context);
    default:
      return undefined;
  }
}

function commentOf(planned: PlannedTest, context: TestContext, body: Body | undefined): string {
  const lines = [...givenWhenThen(planned), '', ...notesOn(planned, body), fixturesLine(planned, context)];
  const safe = lines.map((line) => line.replaceAll('*/', '*∕'));
  return ['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

function notesOn({ promise, contract }: PlannedTest, body: Body | undefined): string[] {
  if (promise.kind === 'derived')
    return ['Derived from types and bounds: the contract does not mention this case.'];
  const isProperty = promise.kind === 'invariant' || promise.kind === 'law';
  return isProperty && !body
    ? [
        `A property. It gets a body once there is a fixture \`${subjectNameOf(contract.name)}\` and its types are known.`,
      ]
    : [];
}

function fixturesLine({ promise }: PlannedTest, { subject, alias, fixtures }: TestContext): string {
  const tenants = promise.kind === 'tenant' ? tenantFixtures : [];
  const named = [alias ?? subject ?? [], tenants.filter((name) => fixtures.includes(name))].flat();
  return named.length === 0
    ? 'Fixtures: none yet'
    : `Fixtures: ${named.map((name) => `\`${name}\``).join(', ')}`;
}
