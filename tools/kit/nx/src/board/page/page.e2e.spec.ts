import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { accessibilityProblems, complaintsOf, overflowOf, TestBrowser } from '@vouch/testing/api/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { largePage, pageWith, samplePage } from '../../../proof/board/sample-page.ts';
import type { PageData } from './page-data.ts';
import { renderPage } from './render-page.ts';

type Page = Awaited<ReturnType<TestBrowser['newPage']>>;

describe('the page of the board', { tags: ['browser'] }, () => {
  let browser: TestBrowser;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vouch-board-'));
    browser = await TestBrowser.start();
  }, 60_000);
  afterAll(async () => {
    await browser[Symbol.asyncDispose]();
    rmSync(folder, { recursive: true });
  });

  async function open(data: PageData = samplePage(), hash = ''): Promise<Page> {
    const file = join(folder, 'board.html');
    writeFileSync(file, renderPage(data));
    const page = await browser.newPage('file:///');
    await page.goto(`${pathToFileURL(file).href}${hash}`);
    await page.locator('#rows tr').first().waitFor();
    return page;
  }

  test('shows the totals, and how many promises of a contract are tested at each level', async () => {
    const page = await open();
    expect(await page.getByRole('banner').innerText()).toMatch(/Promises of Sample\s+37\s*%\s+3 of 8/);
    expect(await page.getByRole('button', { name: 'failing 1' }).count()).toBe(1);
    const row = page.getByRole('row', { name: 'Caches' });
    expect(await row.locator('td').allInnerTexts()).toEqual(['✓', '1/1', '–']);
  });

  test('a click on a cell opens the promise, with links into the editor and its runs', async () => {
    const page = await open();
    await page.locator('.strip .tested').first().click();
    const detail = page.getByRole('complementary');
    expect(await detail.getByRole('heading', { level: 2 }).innerText()).toBe('keeps a value that is tested');
    expect(await detail.getByRole('link').first().getAttribute('href')).toBe(
      'vscode://file/home/ada/my%20app/libs/cache/contract/src/cache.ts:41',
    );
    const runs = await detail.locator('.runs li').allInnerTexts();
    expect(runs.map((text) => text.split(/\s+/))).toEqual([
      ['✓', 'unit', 'memory-caches.spec.ts'],
      ['✓', 'integration', 'redis-caches.spec.ts', '1.2', 's'],
    ]);
  });

  test('a stale promise shows the words that have changed, and the command that accepts it', async () => {
    const page = await open(samplePage(), '#promise=Cache.get%23stale');
    const detail = page.getByRole('complementary');
    expect(await detail.locator('del').allInnerTexts()).toEqual(['every', 'Key']);
    expect(await detail.locator('ins').allInnerTexts()).toEqual(['a', 'string']);
    await detail.getByRole('button', { name: /Copy/ }).click();
    await detail
      .getByText(/^(Copied|Selected)$/)
      .first()
      .waitFor();
    expect(await detail.locator('.command code').innerText()).toBe(
      'npm run board -- --accept Cache.get#stale',
    );
  });

  test.each([
    ['waived', 'it is the usual call in tests'],
    ['unproven', '0 killed, 4 survived'],
    ['proven', '7 killed, 1 survived'],
    ['missing', 'npx nx g test-skeleton cache'],
    ['orphaned', 'no contract states it'],
  ])('a promise that is %s shows: %s', async (state, text) => {
    const page = await open(samplePage(), `#promise=Cache.get%23${state}`);
    expect(await page.getByRole('complementary').innerText()).toContain(text);
  });

  test('filters by state, level, component and text, and puts the filter into the URL', async () => {
    const page = await open();
    await page.getByRole('combobox', { name: 'Tested at', exact: true }).selectOption('unit');
    await page.getByLabel('Not tested at').selectOption('integration');
    expect(await page.getByRole('status').innerText()).toBe('1 of 11');
    await page.getByLabel('Component').selectOption('cache');
    await page.getByLabel('Search').fill('tenant');
    expect(await page.locator('.promise .id').allInnerTexts()).toEqual(['Caches.of#returns']);
    const { hash } = new URL(page.url());
    expect(hash).toBe('#component=cache&at=unit&notAt=integration&text=tenant');
    const shared = await open(samplePage(), hash);
    expect(await shared.locator('.promise .id').allInnerTexts()).toEqual(['Caches.of#returns']);
    await shared.getByRole('button', { name: 'Clear' }).click();
    await shared.getByRole('button', { name: 'failing' }).click();
    await shared.getByRole('button', { name: 'stale' }).first().click();
    expect(await shared.locator('.promise .state-name').allInnerTexts()).toEqual(['failing', 'stale']);
    expect(new URL(shared.url()).hash).toBe('#state=failing,stale');
  });

  test('a filter that nothing matches says so', async () => {
    const page = await open();
    await page.getByLabel('Search').fill('nothing like it');
    expect(await page.getByText('No promise matches').isVisible()).toBe(true);
  });

  test('the keyboard searches, moves, opens and closes', async () => {
    const page = await open();
    const focused = () => page.evaluate<string>('document.activeElement.textContent');
    await page.keyboard.press('/');
    await page.keyboard.type('value stale');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('Cache');
    await page.keyboard.press('j');
    expect(await focused()).toContain('Cache.get#stale');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('keeps a value that is stale');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('complementary').isVisible()).toBe(false);
    expect(await focused()).toContain('Cache.get#stale');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    expect(await page.locator('.promise').count()).toBe(0);
    await page.keyboard.press('Escape');
    expect(new URL(page.url()).hash).toBe('');
  });

  test.each(['light', 'dark'] as const)('is accessible and fits 360 pixels, in %s', async (colorScheme) => {
    const page = await open(samplePage(), '#state=failing,stale,missing,pending');
    const complaints = complaintsOf(page);
    await page.emulateMedia({ colorScheme });
    for (const width of [1_280, 360]) {
      await page.setViewportSize({ width, height: 780 });
      expect(await accessibilityProblems(page)).toEqual([]);
      await page.locator('.promise-button').nth(1).click();
      expect(await accessibilityProblems(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      await page.keyboard.press('Escape');
    }
    expect(complaints).toEqual([]);
  });

  test('hostile text is shown as text', async () => {
    const texts = [
      '</script><script>window.ran = 1</script>',
      '<img src=x onerror="window.ran = 2">',
      `${'long'.repeat(500)} 👩‍👩‍👧‍👦`,
      '\u202Egnp.exe مرحبا <b>',
    ];
    const tests = (title: string) => [
      {
        place: { file: title, line: 1 },
        title,
        revision: '1a2b3c4d',
        isStale: false,
        runs: [{ file: title, level: title, state: 'passed' as const }],
      },
    ];
    const data = pageWith(
      ...texts.map((text) => ({ id: text, text, contract: text, signature: text, tests: tests(text) })),
    );
    const page = await open({ ...data, name: texts.join(' ') }, '#text=e');
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await page.locator('.promise .words').allTextContents()).toEqual(texts);
    for (const [index, text] of texts.entries()) {
      await page.locator('.promise-button').nth(index).click();
      expect(await page.locator('#detail h2').textContent()).toBe(text);
      expect(await overflowOf(page)).toBe(0);
      await page.keyboard.press('Escape');
    }
    expect(await page.evaluate('window.ran')).toBeUndefined();
    expect(await page.locator('img').count()).toBe(0);
  });

  test('runs no script and loads nothing but its own', async () => {
    const page = await open();
    const blocked = await page.evaluate<string>(`new Promise((resolve) => {
      document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
      const script = document.createElement('script');
      script.textContent = 'window.ran = 1';
      document.body.append(script);
    })`);
    expect(blocked).toBe('script-src-elem');
    expect(await page.evaluate('performance.getEntriesByType("resource").length')).toBe(0);
  });

  test('of 5,000 promises renders those near the window', async () => {
    const page = await open(largePage(5_000));
    const work = await page.evaluate<{ milliseconds: number; added: number; shown: string }>(filterAndCount);
    console.log(`5,000 promises: filtered and laid out in ${work.milliseconds.toFixed(0)} ms`);
    expect(work.shown).toBe('50 of 5,000');
    expect(work.added).toBeLessThan(150);
    expect(await page.evaluate('document.querySelectorAll("*").length')).toBeLessThan(4_000);
    await page.getByLabel('Search').fill('promise');
    await page.locator('.promise-button').first().focus();
    for (let step = 0; step < 80; step += 1) await page.keyboard.press('j');
    expect(await page.locator('#rows tr').count()).toBeGreaterThan(80);
  });
});

/** Filters by text, and counts the rows that this adds. */
const filterAndCount = `(() => {
  const search = document.querySelector('input');
  const observer = new MutationObserver(() => {});
  observer.observe(document.querySelector('#rows'), { childList: true });
  const start = performance.now();
  search.value = 'promise 77';
  search.dispatchEvent(new Event('input', { bubbles: true }));
  document.body.getBoundingClientRect();
  const milliseconds = performance.now() - start;
  const added = observer.takeRecords().reduce((sum, { addedNodes }) => sum + addedNodes.length, 0);
  return { milliseconds, added, shown: document.querySelector('#shown').textContent };
})()`;
