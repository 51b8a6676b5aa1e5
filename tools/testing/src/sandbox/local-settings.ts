import pg from 'pg';
import type { SettingChange } from './sql/setting-changes.ts';

type ReadSetting = (name: string) => Promise<string>;

/**
 * What `SET LOCAL` and `set_config(…, true)` changed in one transaction of the code under test. PostgreSQL takes such a
 * change back at COMMIT, but keeps it when a savepoint is released: left alone, one transaction's tenant would still be
 * set in the next, and tests would pass that fail in production.
 */
export class LocalSettings {
  readonly #before = new Map<string, Promise<string>>();

  note(changes: readonly SettingChange[], read: ReadSetting): void {
    for (const { name, local } of changes) {
      if (!local) this.#before.delete(name);
      else if (!this.#before.has(name)) this.#before.set(name, read(name));
    }
  }

  /** The SQL that puts back what was there before, or nothing. */
  async restoration(): Promise<string> {
    if (this.#before.size === 0) return '';
    const calls = [...this.#before].map(async ([name, before]) => restoreCall(name, await before));
    return `select ${(await Promise.all(calls)).join(', ')}`;
  }
}

function restoreCall(name: string, value: string): string {
  return `set_config(${pg.escapeLiteral(name)}, ${pg.escapeLiteral(value)}, true)`;
}
