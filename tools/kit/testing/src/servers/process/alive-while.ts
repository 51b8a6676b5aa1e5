export interface Referable {
  ref: () => void;
  unref: () => void;
}

/** Keeps the process alive while work is running on a connection, and only then. */
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
