/** A server as its rung of the ladder provides it to the supervisor. */
export interface StartedServer {
  /** As superuser. */
  readonly url: string;
  /** Resolves when the server has ended without being asked; never where that cannot be seen. */
  readonly ended: Promise<void>;
  readonly stop: () => Promise<void>;
}
