/** The prefix of all names that the kit creates on a server. The kit drops nothing without it. */
export const prefix = 'vouch_';

export const ownerRole = `${prefix}owner`;
export const appRole = `${prefix}app`;

/** The first number of the advisory lock of a lease. */
export const leaseLockClass = 0x766f7563;
/** The first number of the advisory lock under which a template is built. */
export const templateLockClass = 0x766f7564;

export function databaseName(lease: string, number: number): string {
  return `${prefix}${lease}_${number}`;
}

export function scratchName(lease: string, hash: string): string {
  return `${prefix}${lease}_new_${hash.slice(0, 8)}`;
}

export function templateName(hash: string): string {
  return `${prefix}template_${hash.slice(0, 16)}`;
}

export const templatePattern: RegExp = new RegExp(`^${prefix}template_[0-9a-f]{16}$`);
export const keptPrefix = `${prefix}kept_`;

/** Returns the lease under which a database was created; undefined for other databases. */
export function leaseOf(database: string): string | undefined {
  return new RegExp(`^${prefix}([0-9a-f]{8})_`).exec(database)?.[1];
}

/** Converts a lease to the number of an advisory lock: PostgreSQL's integers are signed. */
export function lockNumber(hex: string): number {
  return Number.parseInt(hex.slice(0, 8), 16) | 0;
}
