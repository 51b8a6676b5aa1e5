import type { EntityManager } from '@mikro-orm/postgresql';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import type { TestDatabase, TestServer } from '../../src/servers/index.ts';
import type { OrmOptions } from '../../src/orm/create-orm.ts';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';
import type { SandboxError } from '../../src/sandbox/sandbox-error.ts';
import { SandboxedDatabase } from '../../src/sandbox/sandboxed-database.ts';
import { SandboxedOrm } from '../../src/sandbox/sandboxed-orm.ts';
import { sampleEntities } from './entities.ts';
import { sampleTemplate } from './sample-template.ts';

/** A sandbox that tests get one after the other. */
export interface SampleSandbox {
  readonly database: SandboxedDatabase;
  readonly sandbox: Sandbox;
  readonly sandboxed: SandboxedOrm;
  /** Returns an entity manager on the sandbox. */
  readonly em: EntityManager;
  /** Creates another database with the same content. */
  readonly clone: () => Promise<TestDatabase>;
  /** Ends the test early, and returns its problems. */
  close(): Promise<string>;
}

/** Gives every test of a file a sandbox on the sample's database, without the kit's database fixtures. */
export function useSampleSandbox(options: OrmOptions = {}): SampleSandbox {
  const state = {} as { -readonly [K in keyof SampleSandbox]: SampleSandbox[K] };
  let server: TestServer;
  beforeAll(async () => {
    const sample = await sampleTemplate();
    server = sample.server;
    state.clone = sample.template.clone;
    const clone = await state.clone();
    state.database = await SandboxedDatabase.over(clone);
    const entities = [...sampleEntities];
    state.sandboxed = SandboxedOrm.over(clone.appUrl, { entities, ...options });
  });
  beforeEach(() => {
    state.sandbox = state.database.open({ testName: 'the test', idleLimit: 150, grace: 50 });
    state.sandboxed.join(state.sandbox);
    state.em = state.sandboxed.orm.em.fork();
    state.close = async () => (await state.sandbox.close()).map(({ message }) => message).join('\n');
  });
  afterEach(() => closeUnlessClosed(state.sandbox));
  afterAll(async () => {
    await state.sandboxed.close();
    await state.database[Symbol.asyncDispose]();
    await server.release();
  });
  return state;
}

async function closeUnlessClosed(sandbox: Sandbox): Promise<void> {
  const problems: readonly SandboxError[] = sandbox.closed ? [] : await sandbox.close();
  if (problems.length > 0)
    throw new AggregateError(problems, problems.map(({ message }) => message).join('\n'));
}
