import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ApiProcess, startApi } from '../support/api-process.ts';
import { TestBrowser } from '../support/browser.ts';
import { barriersOf, overflowOf } from '../support/judge-page.ts';
import { seed } from '../support/seed.ts';

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

  /** Everything that the home page links and that is a page. */
  async function pagesFrom(page: Page): Promise<string[]> {
    await page.goto('/');
    const links = await page.evaluate<string[]>(
      `[...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))`,
    );
    const answers = await Promise.all(links.map((link) => page.request.get(link)));
    return links.filter((_, index) => answers[index]!.headers()['content-type']?.startsWith('text/html'));
  }

  it.each(['light', 'dark'] as const)(
    'fit a narrow screen and complain of nothing, in %s',
    async (colorScheme) => {
      const page = await browser.newPage(api.address);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width: 320, height: 640 });
      const complaints: string[] = [];
      page.on('console', (message) => void complaints.push(message.text()));
      page.on('pageerror', (error) => void complaints.push(error.message));
      const pages = ['/', ...(await pagesFrom(page))];
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

  it.each(['light', 'dark'] as const)('keep nobody from using them, in %s', async (colorScheme) => {
    const page = await browser.newPage(api.address);
    await page.emulateMedia({ colorScheme });
    // The page of the description is another project's.
    const pages = ['/', ...(await pagesFrom(page))].filter((path) => path !== '/docs');
    for (const path of pages) {
      await page.goto(path);
      expect({ path, barriers: await barriersOf(page) }).toEqual({ path, barriers: [] });
    }
  });
});
