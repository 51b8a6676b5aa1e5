import { packageName } from '../../worker/package-name.ts';
import { Account } from '../collect/account.ts';

/**
 * What modules read while they were evaluated. That happens once in a worker for a module that stays loaded, and is a use of
 * every test file that has the module.
 */
export class EvaluatedUses {
  readonly #accounts = new Map<string, Account>();

  of(module: string): Account {
    const key = keyOf(module);
    const account = this.#accounts.get(key) ?? new Account();
    this.#accounts.set(key, account);
    return account;
  }

  known(module: string): Account | undefined {
    return this.#accounts.get(keyOf(module));
  }
}

/** The modules of a package stand for each other: which of them are loaded is its own affair. */
function keyOf(module: string): string {
  return packageName(module.replaceAll('\\', '/')) ?? module;
}
