import type { HasherContext, TargetConfiguration, Task } from '@nx/devkit';
import { identifyServers } from '@vouch/testing/server-identity';
import { findMissing } from '../../../capabilities/index.ts';
import { changeLevels } from '../../../levels/index.ts';
import { pluginOptions } from '../../../plugin-options.ts';
import type { VitestExecutorOptions } from '../schema.d.ts';
import { variableFamilies } from './variable-families.ts';

/** Inputs of a task besides files and packages, in the form of Nx's hash details. */
export type MachineInputs = Readonly<Record<string, string>>;

/** Returns the state of the machine that may decide a task's outcome. Servers count only for levels that need them. */
export async function machineInputs(task: Task, context: HasherContext): Promise<MachineInputs> {
  const { missing, servers } = await stateOfMachine();
  const target = targetOf(task, context);
  return {
    ...{ node: process.version, 'env:CI': process.env['CI'] ?? '', missing },
    ...variableFamilies(target?.inputs),
    ...(usesServers(target, context) ? servers : {}),
  };
}

export function serverInput(service: string): string {
  return `server:${service}`;
}

interface MachineState {
  readonly missing: string;
  readonly servers: MachineInputs;
}

let pendingProbe: Promise<MachineState> | undefined;

/** Tasks that are hashed at the same time share one state; later tasks get a new one. */
function stateOfMachine(): Promise<MachineState> {
  pendingProbe ??= probeMachine().finally(() => (pendingProbe = undefined));
  return pendingProbe;
}

async function probeMachine(): Promise<MachineState> {
  const [missing, servers] = await Promise.all([findMissing(), identifyServers(process.env)]);
  const inputs = Object.entries(servers).map(([service, identity]) => [serverInput(service), identity]);
  return { missing: missing.join(), servers: Object.fromEntries(inputs) as MachineInputs };
}

type Target = TargetConfiguration<VitestExecutorOptions>;

function targetOf({ target }: Task, { projectsConfigurations }: HasherContext): Target | undefined {
  return projectsConfigurations.projects[target.project]?.targets?.[target.target] as Target | undefined;
}

function usesServers(target: Target | undefined, { nxJsonConfiguration }: HasherContext): boolean {
  const names = target?.options?.gathers ?? [target?.options?.level];
  const levels = changeLevels(pluginOptions(nxJsonConfiguration).levels);
  return levels.some(({ name, needs }) => names.includes(name) && needs.length > 0);
}
