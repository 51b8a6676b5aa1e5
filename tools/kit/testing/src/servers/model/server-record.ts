import type { ProblemCode } from './server-problem.ts';

export type SourceName = 'url' | 'local' | 'container' | 'embedded' | 'program';

export type Service = 'postgres' | 'redis';

/** What a supervisor is told to provide. */
export interface ServerOrder {
  readonly service: Service;
  readonly source: SourceName;
  /** Two orders with the same key share a server. */
  readonly key: string;
  /** Only for the process that asks: left as it comes, and ended as soon as its lease is. */
  readonly own?: true;
  /** Of the server to use, for the rungs `url` and `local`. */
  readonly url?: string;
  /** Of the container to start. */
  readonly image?: string;
  /** The program to start, where there is a choice. */
  readonly program?: string;
}

/** A server that is ready, as its supervisor describes it to whoever wants to use it. */
export interface ServerRecord {
  readonly source: SourceName;
  readonly version: string;
  /** With all rights. */
  readonly url: string;
}

/** Why a supervisor gave up. */
export interface FailureRecord {
  readonly code: ProblemCode;
  readonly what: string;
  readonly fix: string;
}

/** What a supervisor is about to make, written down first so that the next one can clear it away. */
export interface RunRecord {
  readonly service: Service;
  /** The folder of a server that we run ourselves. */
  readonly folder?: string;
  /** The label of a container. */
  readonly label?: string;
}
