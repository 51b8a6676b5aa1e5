import type { NotificationListener, Notifications } from '@acme/platform';

/** Notifications of other processes, which the test sends. Stateful: create one per test. */
export class FakeNotifications implements Notifications {
  #listener: NotificationListener | undefined;

  listen(_channel: string, listener: NotificationListener): void {
    this.#listener = listener;
  }

  startListening(): void {
    this.#listener?.onListening();
  }

  send(payload: string): void {
    this.#listener?.onNotification(payload);
  }
}
