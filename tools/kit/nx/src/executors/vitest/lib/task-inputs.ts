import { heldServers } from '@vouch/testing/global-setup/held-servers';
import type { Usage } from '@vouch/testing/usage';
import type { TestCase } from 'vitest/node';
import { type Level, tags, type Tag } from '../../../levels/index.ts';
import { serverInput } from './machine-inputs.ts';
import { outcomeOf, testsOf } from './module-report.ts';
import type { EndedTask } from './task-ledger.ts';
import { type UndeclaredInput, undeclaredInputs } from './undeclared-inputs.ts';
import type { WorkspaceFiles } from './workspace-files.ts';

/** Settings for comparing used inputs with declared ones. */
export interface InputSettings {
  readonly levels: readonly Level[];
  readonly workspace: WorkspaceFiles;
}

/** Returns the inputs that a task used and its cache key lacks. */
export function undeclaredInputsOf(
  { task, reports }: EndedTask,
  configuration: Usage,
  { levels, workspace }: InputSettings,
): UndeclaredInput[] {
  const { hashedInputs = {}, level } = task;
  const usages = reports.map(({ module }) => module?.meta().usage).filter((usage) => usage !== undefined);
  const needs = levels.find(({ name }) => name === level)?.needs ?? [];
  const used = [...needs, ...testsOf(reports).filter(hasRun).flatMap(needsOf)];
  return [
    ...undeclaredInputs(hashedInputs, [configuration, ...usages], workspace),
    ...services
      .filter((service) => used.includes(service))
      .flatMap((service) => undeclaredServer(service, hashedInputs)),
  ];
}

const services = ['postgres', 'redis'] as const;

/**
 * Returns a used server that the key lacks, or that differs from the one in the key because servers changed as the
 * run began.
 */
function undeclaredServer(
  service: string,
  hashedInputs: Readonly<Record<string, string>>,
): UndeclaredInput[] {
  const hashed = hashedInputs[serverInput(service)];
  const held = heldServers().get(service) ?? hashed;
  return hashed === undefined || hashed !== held ? [{ kind: 'server', name: held ?? service }] : [];
}

function hasRun(test: TestCase): boolean {
  const outcome = outcomeOf(test);
  return outcome === 'passed' || outcome === 'failed';
}

function needsOf(test: TestCase): string[] {
  return test.tags
    .map((name) => (tags as Record<string, Tag>)[name]?.needs)
    .filter((name) => name !== undefined);
}
