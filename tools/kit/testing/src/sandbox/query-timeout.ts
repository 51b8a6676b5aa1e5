import { clearTimeout, setTimeout } from 'node:timers';

/** Rejects like the driver if a query takes too long. The statement continues, and the next one waits for it. */
export function inTime<T>(running: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Query read timeout')), milliseconds);
    running.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
