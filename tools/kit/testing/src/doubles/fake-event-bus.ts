/** The payloads of events by name. */
export type EventMap = Record<string, unknown>;

type Handler<Payload> = (payload: Payload) => unknown;

export interface PublishedEvent<Events extends EventMap, Name extends keyof Events = keyof Events> {
  readonly name: Name;
  readonly payload: Events[Name];
}

/**
 * An event bus in this process that keeps the published events. Handlers are called in the order of their
 * subscription, `publish` waits for them, and a failing handler does not stop the others.
 *
 * @example
 * const bus = new FakeEventBus<{ placed: { id: string } }>();
 * bus.subscribe('placed', ({ id }) => expect(id).toBe('order-1'));
 * await bus.publish('placed', { id: 'order-1' });
 * expect(bus.payloadsOf('placed')).toEqual([{ id: 'order-1' }]);
 */
export class FakeEventBus<Events extends EventMap = EventMap> {
  readonly #published: PublishedEvent<Events>[] = [];
  readonly #handlers = new Map<keyof Events, Set<Handler<never>>>();

  /** All published events, oldest first. */
  get published(): readonly PublishedEvent<Events>[] {
    return this.#published;
  }

  /** Returns the payloads of the events with one name. */
  payloadsOf<Name extends keyof Events>(name: Name): Events[Name][] {
    return this.#published
      .filter((event) => event.name === name)
      .map(({ payload }) => payload as Events[Name]);
  }

  /** Adds a handler, and returns a function that removes it. */
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
