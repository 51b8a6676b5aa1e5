import type { ImportOf } from '../../../lib/insert-import.ts';
import { plainForm } from '../../../lib/format-text.ts';
import { quote } from '../../../lib/quote.ts';
import { subjectNameOf } from '../../../lib/subject-name.ts';
import type { Planned } from '../read/select-promises.ts';
import type { Body } from './body/body.ts';
import { exampleBody } from './body/example-body.ts';
import { propertyBody } from './body/property-body.ts';
import { tenancyBody } from './tenancy/tenancy-body.ts';
import { withDraftMark } from './draft-mark.ts';
import { givenWhenThen } from './given-when-then.ts';
import type { TestContext } from './test-context.ts';
import { titleOf } from './title-of.ts';
import { typeImports } from './type-imports.ts';

export interface RenderedTest {
  readonly text: string;
  /** What the file has to import for it. */
  readonly imports: readonly ImportOf[];
}

/** The test of a promise, with its comment, at no indentation: pending, unless the contract says all that it needs. */
export async function renderTest(planned: Planned, context: TestContext): Promise<RenderedTest> {
  const { id, revision } = planned.promise;
  const body = importable(bodyOf(planned, context), context);
  const meta = `{ meta: { promise: ${quote(id)}, revision: ${quote(revision)} } }`;
  const parts = [quote(titleOf(planned)), meta, ...(body ? [body.code] : [])];
  const call = `test${body && !body.isPending ? '' : '.todo'}(${parts.join(', ')});`;
  const text = `${commentOf(planned, context, body)}\n${body ? await plainForm(call) : call}`;
  return { text: withDraftMark(text), imports: body?.imports ?? [] };
}

function importable(body: Body | undefined, context: TestContext): Body | undefined {
  const types = body && typeImports(body.code, context);
  return types && { ...body, imports: [...body.imports, ...types] };
}

function bodyOf(planned: Planned, context: TestContext): Body | undefined {
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

function commentOf(planned: Planned, context: TestContext, body: Body | undefined): string {
  const lines = [...givenWhenThen(planned), '', ...notesOn(planned, body), fixturesLine(planned, context)];
  const safe = lines.map((line) => line.replaceAll('*/', '*∕'));
  return ['/**', ...safe.map((line) => ` * ${line}`.trimEnd()), ' */'].join('\n');
}

function notesOn({ promise, contract }: Planned, body: Body | undefined): string[] {
  if (promise.kind === 'derived')
    return ['Derived from types and bounds: the contract does not speak of it.'];
  const isProperty = promise.kind === 'invariant' || promise.kind === 'law';
  return isProperty && !body
    ? [
        `A property. It is framed where there is a fixture \`${subjectNameOf(contract.name)}\` and its types are known.`,
      ]
    : [];
}

function fixturesLine({ promise }: Planned, { subject, alias, fixtures }: TestContext): string {
  const tenants = promise.kind === 'tenant' ? ['owner', 'otherTenant'] : [];
  const named = [alias ?? subject ?? [], tenants.filter((name) => fixtures.includes(name))].flat();
  return named.length === 0
    ? 'Fixtures: none yet'
    : `Fixtures: ${named.map((name) => `\`${name}\``).join(', ')}`;
}
