import type { MigrationObject } from '@mikro-orm/core';
import { Alerts0001 } from './0001-alerts.ts';

/** In the order in which they run, after those of identity. A migration that has been released is never changed. */
export const alertsMigrations: MigrationObject[] = [{ name: 'alerts-0001', class: Alerts0001 }];
