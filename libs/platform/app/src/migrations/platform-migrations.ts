import type { MigrationObject } from '@mikro-orm/core';
import { Platform0001 } from './0001-platform.ts';

/** In the order in which they run, before those of all components. A migration that has been released is never changed. */
export const platformMigrations: MigrationObject[] = [{ name: 'platform-0001', class: Platform0001 }];
