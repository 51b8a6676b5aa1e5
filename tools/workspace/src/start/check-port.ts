import { createServer } from 'node:net';
import { UsageError } from './read-options.ts';

/** Throws if a port is unavailable, before anything is started. */
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
    return new UsageError(`Port ${port} is in use by another program. Stop it, or ${other}`);
  if (error.code === 'EACCES')
    return new UsageError(`Port ${port} is not permitted for this user. Expected 1024 or higher: ${other}`);
  return error;
}
