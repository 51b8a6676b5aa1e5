import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NxJsonConfiguration } from '@nx/devkit';
import { type CapabilityName, changeLevels, type Level, type LevelChanges } from './levels/index.ts';

/** The options of `@vouch/nx` in `nx.json`. */
export interface PluginOptions {
  /** Rows of the level table that this workspace changes or adds. */
  readonly levels?: LevelChanges;
  /** Capabilities that a run with `CI` set must have. */
  readonly requiredInCi?: readonly CapabilityName[];
}

export function pluginOptions({ plugins = [] }: NxJsonConfiguration): PluginOptions {
  const entry = plugins.find((plugin) => typeof plugin !== 'string' && plugin.plugin === '@vouch/nx');
  return typeof entry === 'object' ? (entry.options ?? {}) : {};
}

function readPluginOptions(workspaceRoot: string): PluginOptions {
  return pluginOptions(
    JSON.parse(readFileSync(join(workspaceRoot, 'nx.json'), 'utf8')) as NxJsonConfiguration,
  );
}

/** Returns the level table of a workspace. */
export function readLevels(workspaceRoot: string): readonly Level[] {
  return changeLevels(readPluginOptions(workspaceRoot).levels);
}
