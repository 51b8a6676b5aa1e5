import { globToRegExp } from './key-commands.ts';

export type ChannelListener = (message: string, channel: string) => unknown;

interface Subscription {
  readonly owner: object;
  readonly pattern: string;
  readonly isGlob: boolean;
  readonly listener: ChannelListener;
}

/** Publishes messages between the clients of one fake server. */
export class Channels {
  #subscriptions: Subscription[] = [];

  add(subscription: Subscription): void {
    this.#subscriptions.push(subscription);
  }

  remove(owner: object, patterns?: readonly string[], isGlob?: boolean): void {
    this.#subscriptions = this.#subscriptions.filter(
      (other) =>
        other.owner !== owner ||
        (isGlob !== undefined && other.isGlob !== isGlob) ||
        (patterns !== undefined && !patterns.includes(other.pattern)),
    );
  }

  /** Returns the number of subscriptions that get the message. They get it asynchronously, as over a connection. */
  publish(channel: string, message: string): number {
    const receivers = this.#subscriptions.filter(({ pattern, isGlob }) =>
      isGlob ? globToRegExp(pattern).test(channel) : pattern === channel,
    );
    for (const { listener } of receivers) queueMicrotask(() => void listener(message, channel));
    return new Set(receivers.map(({ owner, pattern }) => [owner, pattern])).size;
  }
}
