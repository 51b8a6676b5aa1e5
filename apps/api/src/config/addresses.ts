import { isIP } from 'node:net';

/** Whether a text is what browsers send as the origin of a page: no path, no pattern. */
export function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text;
}

/** Whether a text says where a proxy may be: an address, a network, or one of the names for networks. */
export function isNetwork(text: string): boolean {
  const [address = '', prefix = '1', ...more] = text.split('/');
  const longest = { 4: 32, 6: 128 }[isIP(address)];
  if (longest === undefined) return ['loopback', 'linklocal', 'uniquelocal'].includes(text);
  return more.length === 0 && /^\d{1,3}$/.test(prefix) && Number(prefix) >= 1 && Number(prefix) <= longest;
}
