import type { TransactionModes } from './sql/statement.ts';

/** Returns the command for these modes; empty without modes. */
export function setTransaction({ isolation, access, deferrable }: TransactionModes): string {
  const modes = [
    isolation && `isolation level ${isolation}`,
    access,
    deferrable === undefined ? undefined : `${deferrable ? '' : 'not '}deferrable`,
  ];
  const said = modes.filter((mode) => mode !== undefined);
  return said.length === 0 ? '' : `set transaction ${said.join(', ')}`;
}

/** Replaces the message that PostgreSQL has for savepoints by that for transactions. */
export function asAtTopLevel(error: Error): never {
  if (error.message === 'cannot set transaction read-write mode inside a read-only transaction')
    error.message = 'transaction read-write mode must be set before any query';
  throw error;
}
