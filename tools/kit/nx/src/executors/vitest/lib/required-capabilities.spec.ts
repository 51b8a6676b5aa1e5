import { afterEach, expect, test, vi } from 'vitest';
import { requiredCapabilities } from './required-capabilities.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([undefined, '', 'false'])('without CI (%j) no capability is required', (ci) => {
  vi.stubEnv('CI', ci);
  expect(requiredCapabilities({})).toEqual([]);
});

test('in CI the usual capabilities are required, unless nx.json changes them', () => {
  expect(requiredCapabilities({}, true)).toEqual(['postgres', 'redis', 'docker', 'browser']);
  expect(requiredCapabilities({ requiredInCi: ['gpu'] }, true)).toEqual(['gpu']);
});
