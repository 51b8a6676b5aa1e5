export type { Admin } from '../test-db/admin.ts';
export { Sandbox, type SandboxOptions } from './sandbox.ts';
export { SandboxError } from './sandbox-error.ts';
export { SandboxedDatabase } from './sandboxed-database.ts';
export { SandboxedOrm } from './sandboxed-orm.ts';
