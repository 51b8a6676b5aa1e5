import pg from 'pg';

/** A warning of the server, where the sandbox answers in its place. */
export interface Warning {
  readonly severity: 'WARNING';
  readonly code: string;
  readonly message: string;
}

interface MutableResult extends pg.QueryResult {
  command: string;
}

const { Result } = pg as unknown as { Result: new () => MutableResult };

export function emptyResult(command: string): pg.QueryResult {
  return Object.assign(new Result(), { command });
}

/** Returns the error for a command that PostgreSQL runs only within BEGIN and COMMIT. */
export function blockOnlyError(command: string): pg.DatabaseError {
  const message = blockOnly(command);
  const error = new pg.DatabaseError(message, message.length, 'error');
  return Object.assign(error, { code: '25P01', severity: 'ERROR' });
}

/** Returns the warning for a command that has no effect outside a transaction. */
export function blockOnlyWarning(command: string): Warning {
  return { severity: 'WARNING', code: '25P01', message: blockOnly(command) };
}

export const noTransaction: Warning = {
  severity: 'WARNING',
  code: '25P01',
  message: 'there is no transaction in progress',
};

/** Returns whether the server rejected a statement, and not the client. */
export function isServerError(error: unknown): boolean {
  return error instanceof Error && 'severity' in error && error.severity !== undefined;
}

function blockOnly(command: string): string {
  return `${command} can only be used in transaction blocks`;
}
