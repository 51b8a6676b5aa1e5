import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowser } from '@vouch/testing/find-browser';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A real Chromium: the machine's own, nothing is downloaded. Whatever it writes goes with it. */
export class TestBrowser implements AsyncDisposable {
  readonly #browser: Browser;
  readonly #folder: string;

  private constructor(browser: Browser, folder: string) {
    this.#browser = browser;
    this.#folder = folder;
  }

  static async start(): Promise<TestBrowser> {
    const executablePath = findBrowser(process.env);
    if (executablePath === undefined) throw new Error('There is no browser: set BROWSER_PATH.');
    const folder = await mkdtemp(join(tmpdir(), 'vouch-browser-'));
    const env = { PATH: process.env['PATH'] ?? '', HOME: folder, TMPDIR: folder };
    const launched = chromium.launch({ executablePath, args: quiet, env, artifactsDir: folder, timeout: 0 });
    const browser = await launched.catch(async (error: unknown) => {
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    return new TestBrowser(browser, folder);
  }

  /** A page of somebody who shares nothing with the other pages. */
  async newPage(address: string): Promise<Page> {
    const context = await this.#browser.newContext({ baseURL: address });
    // the test's own limit counts
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
