/** Events by name, with what each carries. */
export type EventMap = Record<string, unknown>;

type Handler<Payload> = (payload: Payload) => unknown;

export interface PublishedEvent<Events extends EventMap, Name extends keyof Events = keyof Events> {
  readonly name: Name;
  readonly payload: Events[Name];
}

/**
 * An event bus within the process that keeps what was published. A working one: handlers are called in the order in which they
 * subscribed, `publish` waits for them, and those that fail do not keep the others from being called.
 */
export class FakeEventBus<Events extends EventMap = EventMap> {
  readonly #published: PublishedEvent<Events>[] = [];
  readonly #handlers = new Map<keyof Events, Set<Handler<never>>>();

  /** Everything published, oldest first. */
  get published(): readonly PublishedEvent<Events>[] {
    return this.#published;
  }

  /** What events of one name carried. */
  payloadsOf<Name extends keyof Events>(name: Name): Events[Name][] {
    return this.#published
      .filter((event) => event.name === name)
      .map(({ payload }) => payload as Events[Name]);
  }

  /** Returns the way to unsubscribe. */
  subscribe<Name extends keyof Events>(name: Name, handler: Handler<Events[Name]>): () => void {
    const handlers = this.#handlers.get(name) ?? new Set();
    this.#handlers.set(name, handlers.add(handler));
    return () => void handlers.delete(handler);
  }

  async publish<Name extends keyof Events>(name: Name, payload: Events[Name]): Promise<void> {
    this.#published.push({ name, payload });
    const errors: unknown[] = [];
    for (const handler of [...(this.#handlers.get(name) ?? [])] as Handler<Events[Name]>[]) {
      try {
        await handler(payload);
      } catch (error) {
        errors.push(error);
      }
    }
    if (errors.length > 0)
      throw new AggregateError(errors, `Handlers of "${String(name)}" failed: ${errors.length}`);
  }
}
