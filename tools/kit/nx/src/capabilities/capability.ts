import type { CapabilityName } from '../levels/index.ts';

/** A feature of the machine, such as a server or a GPU, that some tests need. */
export interface Capability {
  readonly name: CapabilityName;
  readonly detect: () => boolean | Promise<boolean>;
  /** Instruction for a person, for example `start Docker or set DOCKER_HOST`. */
  readonly fix: string;
}
