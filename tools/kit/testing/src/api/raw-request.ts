import { connect } from 'node:net';

/**
 * Sends lines that an HTTP client would not send, and returns what the server sends until it closes the connection.
 *
 * @example
 * const response = await rawRequest(api.address, 'GET / HTTP/1.1', 'host: "><script>', 'connection: close', '', '');
 * expect(response).not.toContain('<script');
 */
export function rawRequest(address: string, ...lines: string[]): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    let response = '';
    const socket = connect(Number(port), hostname, () => socket.write(lines.join('\r\n')));
    socket.on('data', (chunk) => (response += chunk.toString()));
    socket.on('close', () => resolve(response));
    socket.on('error', reject);
  });
}
