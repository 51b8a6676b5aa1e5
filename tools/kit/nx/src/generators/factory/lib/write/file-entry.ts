/** A file of the factories with the action that it needs. */
export interface FileEntry {
  readonly file: string;
  /** Subject of the file: an entity, or a shared part. */
  readonly about: string;
  readonly state: 'missing' | 'outdated' | 'same' | 'yours' | 'orphaned';
  readonly action: 'add' | 'refresh' | 'remove' | 'leave';
  /** Traits of an entity's base class. */
  readonly traits?: readonly string[];
}
