import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { findBrowser } from '@vouch/testing/find-browser';
import { chromium } from 'playwright-core';
import { startDemo } from './start-demo.ts';

const pages = [
  { name: 'home', path: '/', viewport: { width: 900, height: 560 } },
  {
    name: 'board',
    path: `/board#component=cache&promise=${encodeURIComponent('Cache.get#returns')}`,
    viewport: { width: 1200, height: 680 },
  },
];

/** Renews the images in `docs/images` from the pages that `npm start` serves. */
export async function takeScreenshots(root: string): Promise<void> {
  const executablePath = findBrowser(process.env);
  if (executablePath === undefined)
    throw new Error('No browser is available for screenshots. Install Chromium, or set BROWSER_PATH.');
  await using demo = await startDemo(root);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    await mkdir(join(root, 'docs/images'), { recursive: true });
    for (const { name, path, viewport } of pages) {
      const page = await browser.newPage({ viewport });
      await page.goto(demo.address + path);
      await page.screenshot({ path: join(root, `docs/images/${name}.png`) });
    }
  } finally {
    await browser.close();
  }
}
