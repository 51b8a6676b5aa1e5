import { isKitFile } from '../../worker/kit-folders.ts';
import type { StackFrame } from './stack-frame.ts';

/** On whose behalf something was read. */
export interface Reader {
  /** The nearest line of the workspace, or of a program that was given as text. */
  readonly line?: StackFrame | undefined;
  /** The nearest file of all: a package's, where no line of the workspace is involved. */
  readonly nearest?: string | undefined;
  /** The module that was being evaluated. Whoever uses that module later uses what it read. */
  readonly evaluating?: string;
}

const tools =
  /[\\/](?:node_modules[\\/](?:vitest|@vitest[\\/][\w-]+|vite|@sinonjs[\\/]fake-timers)|coverage[\\/](?:src|dist)[\\/]collect)[\\/]/;
const programText = /\[(?:eval\d*|stdin|worker eval)\]/;

export interface ReaderRules {
  readonly isSource: (file: string) => boolean;
  /** Whether Vitest runs the tests whose uses are recorded. Vitest as a program of a test is a program like others. */
  readonly isRunner: boolean;
}

/**
 * Undefined where the runner read something for itself: Vitest or the guards. What a package reads, it reads on behalf of the
 * code that called it.
 */
export function findReader(frames: readonly StackFrame[], rules: ReaderRules): Reader | undefined {
  const { isSource, isRunner } = rules;
  let nearest: string | undefined;
  let last: string | undefined;
  let line: StackFrame | undefined;
  for (const frame of frames) {
    const { file } = frame;
    if (isOwn(file) || (nearest === undefined && isEnvironmentOfVite(frame))) continue;
    if (last !== undefined && isEvaluation(frame)) return { line, nearest, evaluating: last };
    // its own look-ups are noted as one use of the folder
    if (nearest === undefined && file === 'node:internal/fs/glob') return undefined;
    if (file === '' || file.startsWith('node:')) continue;
    if (isKitFile(file, ['guards', 'worker']) || (isRunner && tools.test(file))) {
      if (nearest === undefined) return undefined;
      continue;
    }
    nearest ??= file;
    last = file;
    if (line === undefined && (programText.test(file) || isSource(file))) line = frame;
  }
  return { line, nearest };
}

export function isProgramText(file: string): boolean {
  return programText.test(file);
}

function isEvaluation({ file, name }: StackFrame): boolean {
  return file.startsWith('node:internal/modules/') || name.endsWith('_runInlinedModule');
}

function isOwn(file: string): boolean {
  return isKitFile(file, ['usage', 'children']);
}

/** `import.meta.env.X` is compiled to a read through an object of Vitest's. */
function isEnvironmentOfVite({ file, name }: StackFrame): boolean {
  return tools.test(file) && /^(?:Object\.)?(?:get|has)$/.test(name);
}
