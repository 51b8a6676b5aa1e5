import type { Hash, HasherContext, Task } from '@nx/devkit';

/** Nx also passes the task's environment; its type does not declare that. */
export type TaskHasherContext = HasherContext & { readonly env: NodeJS.ProcessEnv };

interface Batch {
  readonly tasks: Task[];
  readonly environments: Record<string, NodeJS.ProcessEnv>;
  readonly hashes: Promise<Hash[]>;
}

let open: Batch | undefined;

/** Hashes all tasks that Nx asks about at the same time in one call, as Nx does with its own tasks. */
export async function hashInOneCall(task: Task, context: TaskHasherContext): Promise<Hash> {
  open ??= begin(context);
  const { tasks, environments, hashes } = open;
  const index = tasks.push(task) - 1;
  environments[task.id] = context.env;
  const hash = (await hashes)[index];
  if (hash === undefined)
    throw new Error(`Nx returned no hash for the task ${task.id}. Expected one per task. Run: npx nx reset`);
  return hash;
}

function begin({ hasher, taskGraph }: HasherContext): Batch {
  const tasks: Task[] = [];
  const environments: Record<string, NodeJS.ProcessEnv> = {};
  const hashes = Promise.resolve().then(() => {
    open = undefined;
    return hasher.hashTasks(tasks, taskGraph, environments);
  });
  return { tasks, environments, hashes };
}
