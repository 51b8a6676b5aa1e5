import { expect } from 'vitest';
import type { BrowserTarget, Checks } from './attack-target.ts';

/**
 * Checks of the headers that protect people in browsers, and of what the server reveals about itself.
 *
 * @example
 * test.each(Object.entries(browserChecks))('%s', (_name, check) => check(target));
 */
export const browserChecks: Checks<BrowserTarget> = {
  'other origins get no CORS headers': async ({ anyone, allowedOrigin, publicPaths: [path = '/'] }) => {
    for (const origin of originsLike(allowedOrigin)) {
      const { headers } = await anyone.get(path, { origin });
      expect(headers.get('access-control-allow-origin'), origin).toBeNull();
    }
    const { headers } = await anyone.get(path, { origin: allowedOrigin });
    expect(headers.get('access-control-allow-origin')).toBe(allowedOrigin);
    expect(headers.get('access-control-allow-credentials')).toBeNull();
  },

  'responses forbid framing and sniffing': async ({ anyone, publicPaths }) => {
    for (const path of [...publicPaths, '/nowhere']) {
      const { headers } = await anyone.get(path);
      expect(headers.get('content-security-policy'), path).toContain("default-src 'none'");
      expect(headers.get('x-frame-options')).toBe('SAMEORIGIN');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('strict-transport-security')).toMatch(/^max-age=\d{7,}/);
    }
  },

  'responses do not reveal the server software': async ({ anyone, publicPaths, ownPath }) => {
    for (const path of [...publicPaths, '/nowhere', ownPath]) {
      const { headers, text } = await anyone.get(path);
      const revealing = ['x-powered-by', 'server', 'via'].map((name) => headers.get(name));
      expect(revealing, path).toEqual([null, null, null]);
      expect(text, path).not.toMatch(/fastify|mikro|postgres|node_modules/i);
    }
  },
};

function originsLike(allowed: string): string[] {
  const { host } = new URL(allowed);
  return [
    'https://evil.example',
    `https://${host}.evil.example`,
    `https://evil-${host}`,
    `${allowed}:444`,
    `http://${host}`,
    'null',
  ];
}
