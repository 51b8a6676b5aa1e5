import type { HasherContext, Task } from '@nx/devkit';
import { expect, onTestFinished, test } from 'vitest';
import hashTask from './hasher.ts';
import type { TaskHasherContext } from './lib/hash-in-one-call.ts';

const task = (project: string): Task => ({
  ...{ id: `${project}:unit`, target: { project, target: 'unit' }, overrides: {}, outputs: [] },
  ...{ cache: true, parallelism: true, continuous: false },
});

/** Stands in for Nx: the key is the name of the task; each call is recorded. */
function contextOf(calls: string[][] = []): TaskHasherContext {
  const hashTasks = (tasks: Task[]) => {
    calls.push(tasks.map(({ id }) => id));
    return Promise.resolve(
      tasks.map(({ id }) => ({ value: id, details: { command: '', nodes: { [id]: '' } } })),
    );
  };
  const context: Partial<HasherContext> = {
    hasher: { hashTasks } as unknown as HasherContext['hasher'],
    projectsConfigurations: { version: 2, projects: {} },
    nxJsonConfiguration: {},
  };
  return { ...context, env: {} } as TaskHasherContext;
}

test('another version of Node gives another key', async () => {
  const before = await hashTask(task('shop'), contextOf());
  const version = Object.getOwnPropertyDescriptor(process, 'version') ?? {};
  onTestFinished(() => void Object.defineProperty(process, 'version', version));
  Object.defineProperty(process, 'version', { ...version, value: 'v26.11.0' });
  const after = await hashTask(task('shop'), contextOf());
  expect(after.details.nodes).toMatchObject({ 'shop:unit': '', node: 'v26.11.0' });
  expect(after.value).not.toBe(before.value);
});

test('the same task has the same key, another task has another key', async () => {
  const [shop, again, mail] = await Promise.all(
    ['shop', 'shop', 'mail'].map((project) => hashTask(task(project), contextOf())),
  );
  expect(again).toEqual(shop);
  expect(mail?.value).not.toBe(shop?.value);
});

test('keys that Nx requests at the same time are computed in one call', async () => {
  const calls: string[][] = [];
  const context = contextOf(calls);
  await Promise.all([hashTask(task('shop'), context), hashTask(task('mail'), context)]);
  expect(calls).toEqual([['shop:unit', 'mail:unit']]);
});
