export interface Referable {
  ref: () => void;
  unref: () => void;
}

/** Lets a connection keep the process alive while there is work on it, and only then. */
export function aliveWhile(connection: Referable): <T>(work: () => Promise<T>) => Promise<T> {
  let pending = 0;
  connection.unref();
  return async (work) => {
    if ((pending += 1) === 1) connection.ref();
    try {
      return await work();
    } finally {
      if ((pending -= 1) === 0) connection.unref();
    }
  };
}
