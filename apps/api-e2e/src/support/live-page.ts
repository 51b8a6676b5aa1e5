// About the sample alerts: it goes with it.
import type { Page } from 'playwright-core';

/** The page that shows the live feed, as people use it. */
export class LivePage {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  /** Logs in and follows the feed of the first organization. */
  static async logIn(page: Page, email: string, password: string): Promise<LivePage> {
    await page.goto('/live');
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('following', { exact: true }).waitFor();
    return new LivePage(page);
  }

  async report(): Promise<void> {
    await this.page.getByRole('button', { name: 'Report a person' }).click();
  }

  /** The alerts on the page, once there are as many. */
  async alerts(count: number): Promise<string[]> {
    const items = this.page.locator('#alerts tr');
    await items.nth(count - 1).waitFor();
    return items.allInnerTexts();
  }
}
