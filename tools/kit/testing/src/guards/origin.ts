import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isSharedFile } from '../worker/kit-folders.ts';

/**
 * The code that did something: Vitest, this kit, a dependency, a shared module while it was evaluated, a module that
 * each file evaluates, or the test's own code (its file, or code that it called). `node` if no other code is on the
 * stack.
 */
export type Origin = 'vitest' | 'kit' | 'dependency' | 'shared module' | 'renewed module' | 'node' | 'own';

const thisKit = dirname(dirname(fileURLToPath(import.meta.url)));
/**
 * The folders of the kit's hooks into Node. All calls go through them, here and in programs, which have them as plain
 * JavaScript.
 */
const hooks = ['guards', 'usage', 'children', 'worker'].map((folder) => `${thisKit}/${folder}/`);
const hooksOfPrograms = /\/vouch-preload\/\w+\/(?:guards|usage|children|worker)\//;
const evaluation = /_runInlinedModule|ModuleJob\.run|ModuleJobSync|Module\._compile/;
const timersOfNode = /node:(?:internal\/)?(?:async_hooks|timers)/;
/** Parts of the kit whose resources belong to the test that created them. */
const usedByTests = /\/(?:doubles|async|matchers)\/|\.spec\.ts/;
const vitest = /\/node_modules\/(?:vitest|@vitest\/[\w-]+|vite|@sinonjs\/fake-timers)\//;

/** Captures the stack, deep enough to contain the starting code. Its text is created only if it is read. */
export function captureStack(): Error {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 25;
  const error = new Error();
  Error.stackTraceLimit = limit;
  return error;
}

/** Returns the stack without the called function. */
export function callerOf(error: Error): Error {
  return Object.assign(new Error(), { stack: ['Error', ...framesOf(error).slice(1)].join('\n') });
}

/**
 * Determines the code that did something. The kit is checked before dependencies, because an installed kit is in
 * `node_modules`.
 */
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

/** Returns whether Node itself set a timer, for example for an HTTP server or an `AbortSignal.timeout`. */
export function isTimerOfNode(error: Error): boolean {
  const frames = framesOf(error);
  return isNodes(frames.find((line) => !timersOfNode.test(line)) ?? ' node:');
}

/** Returns the responsible line of the stack. A child process and its pipes have the same one. */
export function lineOf(error: Error): string {
  return framesOf(error).find((line) => !isNodes(line)) ?? '';
}

/** Returns the frames of a stack without the kit's hooks, which are in every stack. */
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
