import type { Tree } from '@nx/devkit';
import { componentTree } from './cache-component.ts';

export const vaultTests = 'libs/vault/test/src/unit/vault.spec.ts';

/** A contract with laws, an invariant and tenants. */
export const vaultContract = `
export class NoteNotFoundError extends Error {}
export interface Actor { readonly organizationId: string }
export interface Note { readonly id: string; readonly text: string }
export type Json = string | number | boolean | null | readonly Json[] | { readonly [name: string]: Json };

/**
 * Keeps notes.
 *
 * @invariant No note is lost.
 * @untested #derived:dependency-fails it has none
 */
export interface Vault {
  /**
   * @remarks - The same note twice is two notes.
   * @tenantScoped
   */
  add(actor: Actor, text: string, tags?: readonly string[]): Promise<Note>;

  /**
   * @throws {@link NoteNotFoundError} when there is no such note
   * @tenantScoped
   */
  find(actor: Actor, noteId: string): Promise<Note>;

  /** @tenantScoped */
  list(actor: Actor): Promise<Note[]>;

  /**
   * @throws {@link NoteNotFoundError} when there is no such note
   * @tenantScoped
   */
  rename(actor: Actor, noteId: string, text: string): Promise<void>;

  /**
   * @param value - anything
   * @law What is sealed is opened as it was.
   * \`\`\`ts
   * vault.open(vault.seal(value)); // => value
   * \`\`\`
   * @law Never seals the same twice.
   */
  seal(value: Json): string;
  open(sealed: string): Json;
}

/**
 * @law The larger of two is one of them.
 * \`\`\`ts
 * const most = larger(a, b);
 * most === a || most === b;
 * \`\`\`
 */
export function larger(a: number, b: number): number {
  return Math.max(a, b);
}
`;

/** Keeps the contract: in each note's way stands whose it is. */
export const vaultApp = `
import { type Actor, type Json, type Note, NoteNotFoundError, type Vault } from '@acme/vault-contract';

export function createVault(): Vault {
  const notes = new Map<string, Note & { owner: string }>();
  const find = async ({ organizationId }: Actor, id: string) => {
    const note = notes.get(id);
    if (note?.owner !== organizationId) throw new NoteNotFoundError(id);
    return note;
  };
  return {
    async add({ organizationId }, text) {
      const note = { id: \`note-\${notes.size}\`, text, owner: organizationId };
      notes.set(note.id, note);
      return note;
    },
    find,
    async list({ organizationId }) {
      return [...notes.values()].filter(({ owner }) => owner === organizationId);
    },
    async rename(actor, noteId, text) {
      notes.set(noteId, { ...(await find(actor, noteId)), text });
    },
    seal: (value) => JSON.stringify(value, (_, each: unknown) => (Object.is(each, -0) ? '-0' : each)),
    open: (sealed) => JSON.parse(sealed, (_, each: unknown) => (each === '-0' ? -0 : each)) as Json,
  };
}
`;

export const vaultFixtures = `import { createVault } from '@acme/vault';
import type { Actor } from '@acme/vault-contract';
import { test as base } from '@vouch/testing';

export const test = base
  .extend('vault', () => createVault())
  .extend('owner', (): Actor => ({ organizationId: 'one' }))
  .extend('otherTenant', async (): Promise<Actor> => ({ organizationId: 'two' }));
`;

/** A component `vault` whose tests have fixtures of it and of two tenants. */
export function vaultComponent(contract = vaultContract, fixtures = vaultFixtures): Tree {
  const tree = componentTree('vault', contract);
  tree.write('libs/vault/app/src/index.ts', vaultApp);
  tree.write('libs/vault/test/src/fixtures.ts', fixtures);
  tree.write('node_modules/fast-check/package.json', '{ "name": "fast-check", "version": "4.10.2" }');
  return tree;
}
