import {
  accessibilityProblems,
  complaintsOf,
  linkedPages,
  overflowOf,
  TestBrowser,
} from '@vouch/testing/api/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, seed, startApi } from '../support/start-api.ts';

describe('the pages for people', { tags: ['browser'] }, () => {
  let api: ApiProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    api = await startApi({ DEMO: 'yes' });
    await seed(api);
    browser = await TestBrowser.start();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    await api[Symbol.asyncDispose]();
  });

  test.each(['light', 'dark'] as const)(
    'fit a narrow screen and print no errors, in %s',
    async (colorScheme) => {
      const page = await browser.newPage(api.address);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      const complaints = complaintsOf(page);
      const pages = ['/', ...(await linkedPages(page, '/'))];
      expect(pages.length).toBeGreaterThan(1);
      for (const path of pages) {
        await page.goto(path, { waitUntil: 'networkidle' });
        expect({ path, overflow: await overflowOf(page), complaints }).toEqual({
          path,
          overflow: 0,
          complaints: [],
        });
      }
    },
  );

  test.each(['light', 'dark'] as const)('are accessible, in %s', async (colorScheme) => {
    const page = await browser.newPage(api.address);
    await page.emulateMedia({ colorScheme });
    // Swagger UI is another project's page.
    const pages = ['/', ...(await linkedPages(page, '/'))].filter((path) => path !== '/docs');
    for (const path of pages) {
      await page.goto(path);
      expect({ path, problems: await accessibilityProblems(page) }).toEqual({ path, problems: [] });
    }
  });
});
