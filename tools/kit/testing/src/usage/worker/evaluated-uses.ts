import { packageName } from '../../worker/package-name.ts';
import { Account } from '../collect/account.ts';

/**
 * The uses of modules while they were evaluated. A module that stays loaded is evaluated once per worker, and its
 * uses count for every test file that has the module.
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

/** Returns one key for all modules of a package, because its internals do not matter. */
function keyOf(module: string): string {
  return packageName(module.replaceAll('\\', '/')) ?? module;
}
