// About the sample alerts: it goes with it.
import type { Person } from '@vouch/testing/api';
import { SwaggerPage, TestBrowser } from '@vouch/testing/api/browser';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { type ApiProcess, startApi } from '../support/start-api.ts';
import { LivePage } from '../support/live-page.ts';
import { createOrganization, newPerson, password } from '../support/people.ts';

/** Each would leave a mark on the page if it ran. */
const [person, organization, rule] = [
  '<img src=x onerror="window.ran=1">',
  '"></option><script>window.ran=2</script>',
  '<img src=x onerror="window.ran=3"><svg onload="window.ran=4">',
];

describe('markup in names', { tags: ['browser'] }, () => {
  const started = new AsyncDisposableStack();
  let api: ApiProcess;
  let browser: TestBrowser;
  let owner: Person;

  beforeAll(async () => {
    api = started.use(await startApi());
    owner = await newPerson(api, person);
    const { id } = await createOrganization(owner, organization);
    const condition = { kind: 'person', zone: 'loading bay', minConfidence: 0 };
    await owner.caller.post(`/organizations/${id}/alert-rules`, { name: rule, severity: 'info', condition });
    browser = started.use(await TestBrowser.start());
  }, 60_000);
  afterAll(() => started.disposeAsync());

  /** Returns the text of an alert and the effects of its markup. The page may run a changed script. */
  async function alertOn(page: Page): Promise<{ text: string[]; ran: unknown; image: boolean }> {
    const live = await LivePage.logIn(page, owner.email, password);
    await live.report();
    const text = await live.alerts(1);
    await page.waitForLoadState('networkidle');
    return {
      text,
      ran: await page.evaluate('window.ran'),
      image: (await page.locator('#alerts img').count()) > 0,
    };
  }

  test('is shown as text on the live page', async () => {
    const page = await browser.newPage(api.address);
    const { text, ran, image } = await alertOn(page);
    expect(text[0]).toContain(rule);
    expect({ ran, image }).toEqual({ ran: undefined, image: false });
    expect(await page.locator('#organization option').allTextContents()).toEqual([organization]);
  });

  test('is shown as text on the description’s page', async () => {
    const page = await browser.newPage(api.address);
    const docs = await SwaggerPage.open(page, '/docs');
    await docs.authorize(owner.token);
    expect(JSON.parse(await docs.try('sessions-get_me', {}))).toMatchObject({ name: person });
    expect(JSON.parse(await docs.try('organizations-get_organizations', {}))).toMatchObject([
      { name: organization },
    ]);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  test.each(['/', '/live', '/docs/'])('could not run as a script on %s', async (path) => {
    const page = await browser.newPage(api.address);
    await page.goto(path);
    const blocked = await page.evaluate<string[]>(inject);
    expect(blocked).toEqual(['script-src-elem', 'script-src-attr']);
    expect(await page.evaluate('window.ran')).toBeUndefined();
  });

  /** `textContent` and the policy each keep markup from running; this is what it looks like when they are gone. */
  describe('is found out when a page', () => {
    test('takes text for markup: the policy alone keeps it from running', async () => {
      const page = await browser.newPage(api.address);
      await takeTextForMarkup(page);
      const { ran, image } = await alertOn(page);
      expect({ ran, image }).toEqual({ ran: undefined, image: true });
    });

    test('takes text for markup, and has no policy either', async () => {
      const page = await browser.newPage(api.address);
      await takeTextForMarkup(page);
      // A page that is answered by the test does not come from this machine, and would not be let back to it.
      await page.context().grantPermissions(['local-network-access']);
      await page.route('**/live', async (route) => {
        const response = await route.fetch();
        const { 'content-security-policy': _gone, ...headers } = response.headers();
        await route.fulfill({ response, headers });
      });
      const { ran } = await alertOn(page);
      expect(ran).toBeDefined();
    });
  });
});

async function takeTextForMarkup(page: Page): Promise<void> {
  await page.route('**/live.js', async (route) => {
    const response = await route.fetch();
    const script = (await response.text()).replace('made.append(content)', 'made.innerHTML = content');
    await route.fulfill({ response, body: script });
  });
}

/** Tries an inline script and an inline handler, and resolves with the directives that blocked them. */
const inject = `new Promise((resolve) => {
  const blocked = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
    if (effectiveDirective.startsWith('script')) blocked.push(effectiveDirective);
    if (blocked.length === 2) resolve(blocked);
  });
  const script = document.createElement('script');
  script.textContent = 'window.ran = 5';
  document.body.append(script);
  const button = document.createElement('button');
  button.setAttribute('onclick', 'window.ran = 6');
  document.body.append(button);
  button.click();
})`;
