import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * Returns the rules of WCAG that the open page breaks, as far as a program can check them.
 *
 * @example
 * expect(await accessibilityProblems(page)).toEqual([]);
 */
export async function accessibilityProblems(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  return violations.flatMap(({ help, nodes }) => nodes.map(({ html }) => `${help}: ${html}`));
}

/**
 * Returns by how many pixels the open page is wider than its window.
 *
 * @example
 * await page.setViewportSize({ width: 320, height: 640 });
 * expect(await overflowOf(page)).toBe(0);
 */
export function overflowOf(page: Page): Promise<number> {
  return page.evaluate<number>('document.documentElement.scrollWidth - window.innerWidth');
}

/**
 * Collects what a page prints to the console and the errors of its scripts, from now on.
 *
 * @example
 * const complaints = complaintsOf(page);
 * await page.goto('/');
 * expect(complaints).toEqual([]);
 */
export function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('console', (message) => void complaints.push(message.text()));
  page.on('pageerror', (error) => void complaints.push(error.message));
  return complaints;
}

/**
 * Opens a page and lists the pages that its navigation links to.
 *
 * @example
 * for (const path of await linkedPages(page, '/')) await page.goto(path);
 */
export async function linkedPages(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  const links = await page.evaluate<string[]>(
    `[...document.querySelectorAll('nav a')].map((link) => link.getAttribute('href'))`,
  );
  const responses = await Promise.all(links.map((link) => page.request.get(link)));
  return links.filter((_, index) => responses[index]?.headers()['content-type']?.startsWith('text/html'));
}
