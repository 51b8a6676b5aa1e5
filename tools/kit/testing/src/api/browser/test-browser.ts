import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../../browser/find-browser.ts';

/**
 * The machine's own Chromium; nothing is downloaded. Its processes and its profile end with it.
 *
 * @example
 * await using browser = await TestBrowser.start();
 * const page = await browser.newPage(api.address);
 * await page.goto('/');
 */
export class TestBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<TestBrowser> {
    const executablePath = findBrowser(process.env);
    if (executablePath === undefined)
      throw new Error('No browser was found. Install Chromium, or set BROWSER_PATH to its program.');
    const folder = await mkdtemp(join(tmpdir(), 'vouch-browser-'));
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder };
    const launched = chromium.launch({ executablePath, args: quiet, env, artifactsDir: folder, timeout: 0 });
    const browser = await launched.catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    return new TestBrowser(browser, folder);
  }

  /** Opens a page that shares nothing with the other pages. Only the test's own time limit applies to it. */
  async newPage(address: string): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: address });
    context.setDefaultTimeout(0);
    return context.newPage();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
    await rm(this.#folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** No sandbox, because tests may run as root; nothing that calls home. */
const quiet = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
