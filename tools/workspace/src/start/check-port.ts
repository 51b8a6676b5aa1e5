import { createServer } from 'node:net';
import { UsageError } from './read-options.ts';

/** Finds out that a port cannot be had before anything is started. */
export async function checkPort(port: number): Promise<void> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(explain(error, port)));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
}

function explain(error: NodeJS.ErrnoException, port: number): Error {
  const other = 'choose another port: npm start -- --port 3001';
  if (error.code === 'EADDRINUSE')
    return new UsageError(`Port ${port} is taken by another program; end it, or ${other}`);
  if (error.code === 'EACCES') return new UsageError(`Port ${port} is not open to this user; ${other}`);
  return error;
}
