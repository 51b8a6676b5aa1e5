import type { Locator, Page } from 'playwright-core';

/**
 * Swagger UI as its readers use it.
 *
 * @example
 * const docs = await SwaggerPage.open(await browser.newPage(api.address), '/docs');
 * await docs.authorize(token);
 * const me = JSON.parse(await docs.try('sessions-get_me', {}));
 */
export class SwaggerPage {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(page: Page, path: string): Promise<SwaggerPage> {
    await page.goto(path);
    return new SwaggerPage(page);
  }

  /** Tries an operation out, and returns the response as the page shows it. */
  async try(operation: string, parameters: Readonly<Record<string, string>>, body?: object): Promise<string> {
    const block = this.#page.locator(`[id="operations-${operation}"]`);
    await block.locator('.opblock-summary-control').click();
    await block.locator('.try-out__btn').click();
    for (const [name, value] of Object.entries(parameters)) await block.getByPlaceholder(name).fill(value);
    if (body) await block.locator('.body-param__text').fill(JSON.stringify(body));
    await block.locator('.execute').click();
    return responseIn(block);
  }

  async authorize(token: string): Promise<void> {
    await this.#page.locator('.scheme-container .authorize').click();
    const dialog = this.#page.locator('.modal-ux');
    await dialog.locator('input').fill(token);
    await dialog.locator('.modal-btn.authorize').click();
    await dialog.locator('.btn-done').click();
  }
}

function responseIn(block: Locator): Promise<string> {
  return block.locator('.live-responses-table pre code').first().innerText();
}
