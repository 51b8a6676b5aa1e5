import { randomUUID } from 'node:crypto';
import { TenantTransactions } from '@acme/platform';
import { type Admin, componentTest } from '@vouch/testing';
import { notesContent } from './notes-content.ts';

/** An organization with one note. */
export interface NoteOwner {
  readonly organizationId: string;
  readonly noteId: string;
}

export const test = componentTest(notesContent)
  /** Under test, on the test's own transaction. */
  .extend('tenants', ({ em }) => new TenantTransactions(em))
  .extend('owner', ({ admin }) => createOwner(admin))
  .extend('otherTenant', ({ admin }) => createOwner(admin));

export { expect } from 'vitest';

async function createOwner(admin: Admin): Promise<NoteOwner> {
  const [organizationId, noteId] = [randomUUID(), randomUUID()];
  await admin.query('insert into organizations (id) values ($1)', [organizationId]);
  await admin.query(
    `insert into notes (id, organization_id, text, created_at) values ($1, $2, 'first', '2026-01-31T12:00:00Z')`,
    [noteId, organizationId],
  );
  return { organizationId, noteId };
}
