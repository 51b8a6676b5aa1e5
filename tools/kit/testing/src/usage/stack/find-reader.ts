import { isKitFile } from '../../worker/kit-folders.ts';
import type { StackFrame } from './stack-frame.ts';

/** The code for which something was read. */
export interface Reader {
  /** The nearest line of the workspace, or of a program that was passed as text. */
  readonly line?: StackFrame | undefined;
  /** The nearest file: one of a package, if no line of the workspace is involved. */
  readonly nearest?: string | undefined;
  /** The module that was being evaluated. Later users of the module use what it read. */
  readonly evaluating?: string;
}

const tools =
  /[\\/](?:node_modules[\\/](?:vitest|@vitest[\\/][\w-]+|vite|@sinonjs[\\/]fake-timers)|coverage[\\/](?:src|dist)[\\/]collect)[\\/]/;
const programText = /\[(?:eval\d*|stdin|worker eval)\]/;

export interface ReaderRules {
  readonly isSource: (file: string) => boolean;
  /**
   * True if this process is the Vitest that runs the recorded tests. A Vitest that a test starts is a program like
   * others.
   */
  readonly isRunner: boolean;
}

/**
 * Finds the code for which something was read; undefined if Vitest or the guards read it for themselves. A package
 * reads for the code that called it.
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
    // Skips the lookups of a glob, which are recorded as one use of the folder.
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

/** Matches reads of `import.meta.env.X`, which is compiled to a read through an object of Vitest. */
function isEnvironmentOfVite({ file, name }: StackFrame): boolean {
  return tools.test(file) && /^(?:Object\.)?(?:get|has)$/.test(name);
}
