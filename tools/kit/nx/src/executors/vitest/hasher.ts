import { createHash } from 'node:crypto';
import type { Hash, Task } from '@nx/devkit';
import { keepUncacheableOut } from './lib/uncacheable-results.ts';
import { type MachineInputs, machineInputs } from './lib/machine-inputs.ts';
import { hashInOneCall, type TaskHasherContext } from './lib/hash-in-one-call.ts';

/**
 * Adds the state of the machine to Nx's own cache key. A `runtime` input would not do: Nx remembers its output for
 * as long as the daemon lives.
 */
export default async function hashTask(task: Task, context: TaskHasherContext): Promise<Hash> {
  const [hash, machine] = await Promise.all([hashInOneCall(task, context), machineInputs(task, context)]);
  keepUncacheableOut(task);
  return withMachine(hash, machine);
}

function withMachine({ value, details, ...rest }: Hash, machine: MachineInputs): Hash {
  const digest = createHash('sha256')
    .update(`${value}\n${JSON.stringify(machine)}`)
    .digest('hex');
  return { ...rest, value: digest, details: { ...details, nodes: { ...details.nodes, ...machine } } };
}
