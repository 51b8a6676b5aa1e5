import { platformMigrations, platformOrm } from '@acme/platform';

/** The part of every component's database that the platform provides. Components spread it before their own. */
export const platformContent = {
  migrations: platformMigrations,
  orm: { ...platformOrm, driverOptions: { pipeline: true } },
};
