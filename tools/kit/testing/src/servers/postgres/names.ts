/** Everything of ours on a server bears this prefix, so that nothing else is ever dropped. */
export const prefix = 'vouch_';

export const ownerRole = `${prefix}owner`;
export const appRole = `${prefix}app`;

/** The first half of the two numbers of the advisory lock that isHeld for a lease. */
export const leaseLockClass = 0x766f7563;
/** The same for the lock under which a template is built. */
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

/** The lease under which a database was made; undefined for one that is not ours or belongs to no lease. */
export function leaseOf(database: string): string | undefined {
  return new RegExp(`^${prefix}([0-9a-f]{8})_`).exec(database)?.[1];
}

/** A lease as the number of an advisory lock: PostgreSQL's integers are signed. */
export function lockNumber(hex: string): number {
  return Number.parseInt(hex.slice(0, 8), 16) | 0;
}
