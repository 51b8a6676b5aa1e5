import type { MigrationObject } from '@mikro-orm/core';
import { Identity0001 } from './0001-identity.ts';

/** In the order in which they run, after those of the platform. A migration that has been released is never changed. */
export const identityMigrations: MigrationObject[] = [{ name: 'identity-0001', class: Identity0001 }];
