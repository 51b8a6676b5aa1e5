import { createHash } from 'node:crypto';
import type { Hash, Task } from '@nx/devkit';
import { keepWithheldOutOfCache } from './lib/withheld-results.ts';
import { type MachineInputs, machineInputs } from './lib/machine-inputs.ts';
import { hashTogether, type TaskHasherContext } from './lib/hash-together.ts';

/**
 * Nx's own key of a task, with the state of the machine added to it. Nx would remember the answer of a `runtime` input
 * for as long as its daemon lives.
 */
export default async function hashTask(task: Task, context: TaskHasherContext): Promise<Hash> {
  const [hash, machine] = await Promise.all([hashTogether(task, context), machineInputs(task, context)]);
  keepWithheldOutOfCache(task);
  return withMachine(hash, machine);
}

function withMachine({ value, details, ...rest }: Hash, machine: MachineInputs): Hash {
  const digest = createHash('sha256')
    .update(`${value}\n${JSON.stringify(machine)}`)
    .digest('hex');
  return { ...rest, value: digest, details: { ...details, nodes: { ...details.nodes, ...machine } } };
}
