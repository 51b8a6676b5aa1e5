import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-find-browser-'));
  writeFileSync(join(folder, 'chromium-browser'), '');
  chmodSync(join(folder, 'chromium-browser'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('finds one on the PATH', () => {
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium-browser'));
});

test('prefers the one in BROWSER_PATH', () => {
  expect(findBrowser({ PATH: folder, BROWSER_PATH: '/opt/browser' })).toBe('/opt/browser');
});

test('finds none if none is installed', () => {
  expect(findBrowser({ PATH: '/nowhere' })).toBeUndefined();
  expect(findBrowser({})).toBeUndefined();
});
