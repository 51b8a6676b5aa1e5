import type { Locator, Page } from 'playwright-core';

/** The page of the API's description, as its readers use it. */
export class DocsPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page): Promise<DocsPage> {
    await page.goto('/docs');
    return new DocsPage(page);
  }

  /** Tries a route out, and returns the answer as the page shows it. */
  async try(operation: string, parameters: Readonly<Record<string, string>>, body?: object): Promise<string> {
    const block = this.#page.locator(`[id="operations-${operation}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    for (const [name, value] of Object.entries(parameters)) await block.getByPlaceholder(name).fill(value);
    if (body) await block.locator('.body-param__text').fill(JSON.stringify(body));
    await block.locator('.execute').click();
    return this.#answerIn(block);
  }

  async authorize(token: string): Promise<void> {
    await this.#page.locator('.scheme-container .authorize').click();
    const dialog = this.#page.locator('.modal-ux');
    await dialog.locator('input').fill(token);
    await dialog.locator('.modal-btn.authorize').click();
    await dialog.locator('.btn-done').click();
  }

  async #answerIn(block: Locator): Promise<string> {
    return block.locator('.live-responses-table pre code').first().innerText();
  }
}
