import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findBrowser } from './find-browser.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'vouch-find-browser-'));
  writeFileSync(join(folder, 'chromium-browser'), '');
  chmodSync(join(folder, 'chromium-browser'), 0o755);
});
afterAll(() => rmSync(folder, { recursive: true }));

it('finds one on the PATH', () => {
  expect(findBrowser({ PATH: `/nowhere:${folder}` })).toBe(join(folder, 'chromium-browser'));
});

it('prefers the one that is named', () => {
  expect(findBrowser({ PATH: folder, BROWSER_PATH: '/opt/browser' })).toBe('/opt/browser');
});

it('finds none where there is none', () => {
  expect(findBrowser({ PATH: '/nowhere' })).toBeUndefined();
  expect(findBrowser({})).toBeUndefined();
});
