import type { CapabilityName } from '../levels/index.ts';

/** Something that a machine has or lacks, and that some tests cannot run without. */
export interface Capability {
  readonly name: CapabilityName;
  readonly detect: () => boolean | Promise<boolean>;
  /** What a person does to get it. */
  readonly fix: string;
}
