import type { Hash, HasherContext, Task } from '@nx/devkit';

/** Nx also hands over the variables that hold for the task; its type does not mention them. */
export type TaskHasherContext = HasherContext & { readonly env: NodeJS.ProcessEnv };

interface Batch {
  readonly tasks: Task[];
  readonly environments: Record<string, NodeJS.ProcessEnv>;
  readonly hashes: Promise<Hash[]>;
}

let open: Batch | undefined;

/** Nx asks for the key of each task by itself; all that it asks for at once are hashed in one call, as its own are. */
export async function hashInOneCall(task: Task, context: TaskHasherContext): Promise<Hash> {
  open ??= begin(context);
  const { tasks, environments, hashes } = open;
  const index = tasks.push(task) - 1;
  environments[task.id] = context.env;
  const hash = (await hashes)[index];
  if (hash === undefined) throw new Error(`Nx returned no hash for the task ${task.id}`);
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
