/** A file of the factories, and what is to be done with it. */
export interface FileEntry {
  readonly file: string;
  /** What it is about: an entity, or what all factories share. */
  readonly about: string;
  readonly state: 'missing' | 'outdated' | 'same' | 'yours' | 'orphaned';
  readonly action: 'add' | 'refresh' | 'remove' | 'leave';
  /** Of an entity's base. */
  readonly traits?: readonly string[];
}
