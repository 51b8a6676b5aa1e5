import { acquireServer } from '../acquire/acquire-server.ts';
import { holdForRun } from './hold-for-run.ts';

/** Vitest's global set-up of the levels that need PostgreSQL. The run holds the server, and its workers inherit it. */
export default function holdPostgres(): Promise<() => Promise<void>> {
  return holdForRun('postgres', acquireServer);
}
