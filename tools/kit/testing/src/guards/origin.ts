import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSharedFile } from '../worker/kit-folders.ts';

/**
 * Whose doing something was: Vitest's, this kit's, a dependency's, the evaluation of a module that test files share, that of one
 * which each file evaluates, or the test's own (its file, or code that it called). Node's, where nobody else is on the stack.
 */
export type Origin = 'vitest' | 'kit' | 'dependency' | 'shared module' | 'renewed module' | 'node' | 'own';

const thisKit = dirname(dirname(fileURLToPath(import.meta.url)));
/** The hooks of the kit into Node, captureStack and where programs have them as plain JavaScript: calls go through them. */
const hooks = ['guards', 'usage', 'children', 'worker'].map((folder) => `${thisKit}/${folder}/`);
const hooksOfPrograms = /\/vouch-preload\/\w+\/(?:guards|usage|children|worker)\//;
const evaluation = /_runInlinedModule|ModuleJob\.run|ModuleJobSync|Module\._compile/;
const timersOfNode = /node:(?:internal\/)?(?:async_hooks|timers)/;
/** What tests make of the kit is theirs to end. */
const usedByTests = /\/(?:doubles|async|matchers)\/|\.spec\.ts/;
const vitest = /\/node_modules\/(?:vitest|@vitest\/[\w-]+|vite|@sinonjs\/fake-timers)\//;

/** Takes the present stack, deep enough to see who started it; reading it comes later, if ever. */
export function captureStack(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 25;
  const error = new Error();
  Error.stackTraceLimit = limit;
  return error;
}

/** The stack without the function that was called. */
export function callerOf(error: Error): Error {
  return Object.assign(new Error(), { stack: ['Error', ...framesOf(error).slice(1)].join('\n') });
}

/** Finds out whose code did something. An installed kit stands in `node_modules`, so the kit is looked for before dependencies. */
export function originOf(error: Error, specFile: string, kit = thisKit): Origin {
  const frames = framesOf(error);
  const start = frames.findIndex((line) => evaluation.test(line));
  const evaluated = frames.slice(0, Math.max(start, 0)).findLast((line) => !isNodes(line));
  if (evaluated?.includes(specFile) === false) return evaluationOf(frames[start], evaluated);
  const first = frames.find((line) => !isNodes(line));
  if (first === undefined) return 'node';
  if (vitest.test(first)) return 'vitest';
  if (first.includes(`${kit}/`)) return usedByTests.test(first) ? 'own' : 'kit';
  return first.includes('/node_modules/') ? 'dependency' : 'own';
}

function evaluationOf(evaluation: string | undefined, module: string): Origin {
  return evaluation?.includes('_runInlinedModule') && !isSharedFile(module)
    ? 'renewed module'
    : 'shared module';
}

/** Whether a timer was set by Node itself, for an HTTP server or an `AbortSignal.timeout`, say. */
export function isTimerOfNode(error: Error): boolean {
  const frames = framesOf(error);
  return isNodes(frames.find((line) => !timersOfNode.test(line)) ?? ' node:');
}

/** The line that did it, as the stack names it: a child process and its pipes come from one. */
export function lineOf(error: Error): string {
  return framesOf(error).find((line) => !isNodes(line)) ?? '';
}

/** The frames of a stack without those of the kit's hooks, which are in every one. */
export function framesOf(error: Error | undefined): string[] {
  return (error?.stack ?? '').split('\n').filter(isForeign);
}

function isNodes(line: string): boolean {
  return /(?:\(| )node:/.test(line);
}

function isForeign(line: string): boolean {
  return (
    line.startsWith('    at ') &&
    ((!line.includes('/vitest/suppress-warnings.cjs') && !isHook(line)) || line.includes('.spec.ts'))
  );
}

function isHook(line: string): boolean {
  return hooks.some((folder) => line.includes(folder)) || hooksOfPrograms.test(line);
}
