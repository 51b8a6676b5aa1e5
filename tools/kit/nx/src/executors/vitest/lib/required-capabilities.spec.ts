import { afterEach, expect, test, vi } from 'vitest';
import { requiredCapabilities } from './required-capabilities.ts';

afterEach(() => {
  vi.unstubAllEnvs();
});

test.each([undefined, '', 'false'])('without CI (%j) nothing is required', (ci) => {
  vi.stubEnv('CI', ci);
  expect(requiredCapabilities({})).toEqual([]);
});

test('in CI the usual ones are, unless nx.json says otherwise', () => {
  expect(requiredCapabilities({}, true)).toEqual(['postgres', 'redis', 'docker', 'browser']);
  expect(requiredCapabilities({ requiredInCi: ['gpu'] }, true)).toEqual(['gpu']);
});
