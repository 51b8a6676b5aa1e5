import type { ProblemCode } from './server-problem.ts';

export type SourceName = 'url' | 'local' | 'container' | 'embedded' | 'program';

export type Service = 'postgres' | 'redis';

/** The server that a supervisor has to provide. */
export interface ServerOrder {
  readonly service: Service;
  readonly source: SourceName;
  /** Orders with the same key share a server. */
  readonly key: string;
  /** For a server that only one process uses: it is not prepared, and ends with that process's lease. */
  readonly own?: true;
  /** The URL of the server, for the sources `url` and `local`. */
  readonly url?: string;
  /** The image of the container. */
  readonly image?: string;
  /** The path of the program, for the source `program`. */
  readonly program?: string;
}

/** A running server, as its supervisor describes it to its users. */
export interface ServerRecord {
  readonly source: SourceName;
  readonly version: string;
  /** The superuser's URL. */
  readonly url: string;
}

/** The reason why a supervisor failed. */
export interface FailureRecord {
  readonly code: ProblemCode;
  readonly what: string;
  readonly fix: string;
}

/** The resources of a server, recorded before they are created so that the next supervisor can remove them. */
export interface RunRecord {
  readonly service: Service;
  /** The folder of a server that the kit runs itself. */
  readonly folder?: string;
  /** The label of a container. */
  readonly label?: string;
}
