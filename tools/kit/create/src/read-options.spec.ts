import { expect, test } from 'vitest';
import { readOptions } from './read-options.ts';

test('a name is enough', () => {
  expect(readOptions(['my-shop'])).toEqual({ name: 'my-shop', scope: '@my-shop', samples: true, git: true });
});

test('options are read', () => {
  expect(readOptions(['my-shop', '--scope=@corp', '--no-samples', '--no-git'])).toEqual({
    ...{ name: 'my-shop', scope: '@corp' },
    ...{ samples: false, git: false },
  });
  expect(readOptions(['--help'])).toBe('help');
});

test.each([
  [[], 'Expected one name, not 0. Try: npm create vouch my-app'],
  [['one', 'two'], 'Expected one name, not 2.'],
  [['My_Shop'], 'The application cannot be called "My_Shop". Expected lower-case words joined by hyphens'],
  [['../shop'], 'The application cannot be called "../shop".'],
  [['shop', '--scope=corp'], 'The scope cannot be "corp". Expected an @'],
  [['shop', '--sample'], "Unknown option '--sample'"],
])('refuses %j', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
