import { clearTimeout, setTimeout } from 'node:timers';

/** Rejects as the driver does when a query takes too long. The statement goes on, and the next one waits for it. */
export function inTime<T>(running: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Query read timeout')), milliseconds);
    running.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
