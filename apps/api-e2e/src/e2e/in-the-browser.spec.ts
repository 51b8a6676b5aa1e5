// About the sample alerts: it goes with it.
import { randomUUID } from 'node:crypto';
import { SwaggerPage, TestBrowser } from '@vouch/testing/api/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ApiProcess, seed, startApi } from '../support/start-api.ts';
import { LivePage } from '../support/live-page.ts';

const password = 'demo password 1';

describe('in the browser', { tags: ['browser'] }, () => {
  const started = new AsyncDisposableStack();
  let api: ApiProcess;
  let browser: TestBrowser;

  beforeAll(async () => {
    api = started.use(await startApi({ DEMO: 'yes' }));
    await seed(api);
    browser = started.use(await TestBrowser.start());
  }, 60_000);
  afterAll(() => started.disposeAsync());

  const newPage = () => browser.newPage(api.address);

  test('the home page leads to the description and shows the demo logins', async () => {
    const page = await newPage();
    await page.goto('/');
    expect(await page.getByRole('table').innerText()).toContain('ada@kestrel.example');
    expect(await page.getByText('password is').innerText()).toContain(password);
    await page.getByRole('link', { name: 'API documentation' }).click();
    await page.locator('.opblock').first().waitFor();
  });

  test('an alert raised in the API’s page shows in the live feed of its tenant and not of the other', async () => {
    const kestrel = await LivePage.logIn(await newPage(), 'ada@kestrel.example', password);
    const heron = await LivePage.logIn(await newPage(), 'cleo@heron.example', password);

    const docs = await SwaggerPage.open(await newPage(), '/docs');
    const login = await docs.try('sessions-post_sessions', {}, { email: 'ada@kestrel.example', password });
    await docs.authorize((JSON.parse(login) as { token: string }).token);
    const own = JSON.parse(await docs.try('organizations-get_organizations', {})) as [{ id: string }];
    const event = { id: randomUUID(), kind: 'person', zone: 'loading bay', confidence: 0.9 };
    const report = 'alerts-post_organizations__organizationId__events';
    await docs.try(report, { organizationId: own[0].id }, event);

    expect(await kestrel.alerts(1)).toEqual([expect.stringContaining('Someone at the loading bay')]);
    await heron.report();
    expect(await heron.alerts(1)).toHaveLength(1);
    expect(await kestrel.alerts(1)).toHaveLength(1);
  });

  test('a wrong password is reported, and nothing else opens', async () => {
    const page = await newPage();
    await page.goto('/live');
    await page.getByLabel('Email').fill('ada@kestrel.example');
    await page.getByLabel('Password').fill('wrong');
    await page.getByRole('button', { name: 'Log in' }).click();
    await page.getByText('The email address or the password is wrong.').waitFor();
    expect(await page.getByRole('button', { name: 'Report a person' }).isVisible()).toBe(false);
  });
});
