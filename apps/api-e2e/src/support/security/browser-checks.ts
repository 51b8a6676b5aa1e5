import { expect } from 'vitest';
import type { Check } from './target.ts';

const foreign = [
  'https://evil.example',
  'https://app.example.evil.example',
  'https://evil-app.example',
  'https://app.example:444',
  'http://app.example',
  'null',
];

export const browserChecks: Readonly<Record<string, Check>> = {
  'pages of other origins are not let in': async ({ anyone }) => {
    for (const origin of foreign) {
      const { headers } = await anyone.get('/health', { origin });
      expect(headers.get('access-control-allow-origin'), origin).toBeNull();
    }
    const { headers } = await anyone.get('/health', { origin: 'https://app.example' });
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example');
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  },

  'what is served can neither be framed nor sniffed': async ({ anyone }) => {
    for (const path of ['/', '/health', '/nowhere']) {
      const { headers } = await anyone.get(path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
    }
  },

  'nothing tells what the server is made of': async ({ anyone }) => {
    for (const path of ['/', '/nowhere', '/me']) {
      const { headers, text } = await anyone.get(path);
      expect([headers.get('x-powered-by'), headers.get('server'), headers.get('via')]).toEqual([
        null,
        null,
        null,
      ]);
      expect(text).not.toMatch(/fastify|mikro|postgres|node_modules/i);
    }
  },
};
