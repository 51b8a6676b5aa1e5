import { Project } from 'ts-morph';
import { expect, test } from 'vitest';
import { CodeReader } from './code-reader.ts';
import { findRoutes } from './find-routes.ts';
import { printFiles } from './print-files.ts';

const component = {
  '/libs/billing/contract/src/index.ts': `
    export { type Invoices, InvoiceSchema } from './invoices.ts';`,
  '/libs/billing/contract/src/invoices.ts': `
    export interface Invoices { list(): Promise<string[]>; remove(): Promise<void> }
    export const InvoiceSchema = {};`,
  '/libs/billing/app/src/routes.ts': `
    import { type Invoices, InvoiceSchema } from '../../contract/src/index.ts';
    const path = '/organizations/:organizationId/invoices';
    export const routes = (app: any, invoices: Invoices) => {
      app.get(path, { schema: InvoiceSchema }, () => invoices.list());
      app.delete(\`\${path}/:id\`, {}, () => invoices.remove());
      app.route({ method: 'POST', url: '/invoices', handler: () => undefined });
    };`,
  '/libs/billing/app/src/service.ts': `
    import type { Invoices } from '../../contract/src/index.ts';
    import type { Mailer } from '../../../mail/contract/src/mailer.ts';
    import type { Tenants } from '../../../platform/contract/src/tenants.ts';
    import { selectInvoices } from './statements.ts';
    export class InvoicesService implements Invoices {
      #tenants: Tenants;
      #mailer: Mailer;
      constructor(tenants: Tenants, mailer: Mailer) { this.#tenants = tenants; this.#mailer = mailer; }
      async list() { return this.#tenants.read(selectInvoices); }
      async remove() { await this.#mailer.send(); }
    }`,
  '/libs/billing/app/src/statements.ts': `export const selectInvoices = 'select * from invoices';`,
  '/libs/billing/app/src/create-billing.ts': `
    import { InvoicesService } from './service.ts';
    export const createBilling = (tenants: any, mailer: any) => new InvoicesService(tenants, mailer);`,
  '/libs/platform/contract/src/tenants.ts': `
    export interface Tenants { read(sql: string): Promise<string[]> }`,
  '/libs/platform/app/src/transactions.ts': `
    import type { Tenants } from '../../contract/src/tenants.ts';
    export class Transactions implements Tenants { async read(sql: string) { return [sql]; } }`,
  '/libs/mail/contract/src/mailer.ts': `export interface Mailer { send(): Promise<void> }`,
  '/libs/mail/app/src/smtp.ts': `
    import type { Mailer } from '../../contract/src/mailer.ts';
    export class Smtp implements Mailer { async send() {} }`,
};

function readRoutes(files: Readonly<Record<string, string>>) {
  const project = new Project({
    useInMemoryFileSystem: true,
    compilerOptions: { allowImportingTsExtensions: true, noLib: true },
  });
  const sources = Object.entries(files).map(([path, text]) => project.createSourceFile(path, text));
  const reader = new CodeReader(sources);
  return new Map(findRoutes(sources).map(({ name, registration }) => [name, reader.filesFrom(registration)]));
}

const list = 'GET /organizations/:organizationId/invoices';

test('routes are found by their calls', () => {
  expect([...readRoutes(component).keys()]).toEqual([
    list,
    'DELETE /organizations/:organizationId/invoices/:id',
    'POST /invoices',
  ]);
});

test('a route leads through contract, service and statements to the platform', () => {
  const files = readRoutes(component).get(list) ?? new Map();
  expect(printFiles(files, '/libs')).toMatchInlineSnapshot(`
    "billing/app/src/routes.ts
      billing/contract/src/index.ts
        billing/contract/src/invoices.ts
          billing/app/src/service.ts
            billing/app/src/create-billing.ts
            platform/contract/src/tenants.ts
              platform/app/src/transactions.ts
            billing/app/src/statements.ts"
  `);
});

test('the implementation of another component’s contract is not read', () => {
  const files = readRoutes(component).get(`DELETE${list.slice(3)}/:id`) ?? new Map();
  expect([...files.keys()]).toContain('/libs/mail/contract/src/mailer.ts');
  expect([...files.keys()]).not.toContain('/libs/mail/app/src/smtp.ts');
  expect([...files.keys()]).not.toContain('/libs/billing/app/src/statements.ts');
});

test('each further file on the way is counted', () => {
  const statements = '/libs/billing/app/src/statements.ts';
  const longer = {
    ...component,
    [statements]: `import { table } from './table.ts'; export const selectInvoices = 'select * from ' + table;`,
    '/libs/billing/app/src/table.ts': `export const table = 'invoices';`,
  };
  const [before, after] = [component, longer].map((files) => readRoutes(files).get(list));
  expect(after?.size).toBe((before?.size ?? 0) + 1);
  expect(after?.get('/libs/billing/app/src/table.ts')).toBe(statements);
});
