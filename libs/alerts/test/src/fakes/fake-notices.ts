import type { Notices } from '@acme/alerts';

type NoticeListener = Parameters<Notices['listen']>[1];

/** Notices of other processes, which the test sends itself. Stateful: make one per test. */
export class FakeNotices implements Notices {
  #listener: NoticeListener | undefined;

  listen(_channel: string, listener: NoticeListener): void {
    this.#listener = listener;
  }

  begin(): void {
    this.#listener?.onListening();
  }

  send(payload: string): void {
    this.#listener?.onNotice(payload);
  }
}
