import type { ChildProcess } from 'node:child_process';
import type { Resource } from '../record.ts';

interface Handle {
  hasRef?: () => boolean;
  close?(): unknown;
  kill?(signal: number): unknown;
  stopThread?(): unknown;
  readonly fd?: number;
  readonly _destroyed?: boolean;
}

type Owner = Partial<Pick<ChildProcess, 'kill'>> & {
  destroy?(): unknown;
  close?(): unknown;
  terminate?(): unknown;
};

/**
 * Returns whether a resource is still open. A timer counts even after `unref()`, because it would fire during another
 * test.
 */
export function isOpen({ type, handle }: Resource): boolean {
  const { _destroyed, fd, hasRef } = handle as Handle;
  if (type === 'Timeout') return _destroyed !== true;
  if (type === 'FILEHANDLE') return fd !== undefined && fd >= 0;
  return hasRef?.call(handle) ?? false;
}

/** Ends a resource, so that it does not affect the next test; through its owner if it has one. */
export function endHandle({ type, handle }: Resource): void {
  if (type === 'Timeout') return clearTimeout(handle as NodeJS.Timeout);
  const ignore = () => undefined;
  try {
    const result: unknown = endOwner(ownerOf(handle)) ?? endBare(handle);
    if (result instanceof Promise) result.catch(ignore);
  } catch {
    // It ended by itself in the meantime.
  }
}

function ownerOf(handle: object): Owner | undefined {
  const symbol = Object.getOwnPropertySymbols(handle).find(
    ({ description }) => description === 'owner_symbol',
  );
  return symbol && ((handle as Record<symbol, unknown>)[symbol] as Owner | undefined);
}

function endOwner(owner: Owner | undefined): unknown {
  if (owner?.kill) return owner.kill('SIGKILL');
  if (owner?.destroy) return owner.destroy();
  return owner?.close ? (owner.close() ?? true) : undefined;
}

function endBare(handle: Handle): unknown {
  if (handle.kill) return handle.kill(9);
  if (handle.stopThread) return handle.stopThread();
  return handle.close?.();
}
