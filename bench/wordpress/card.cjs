// Opens the post as a reader does: the card is there, whole, and its link opens the claim's page.
const { chromium } = require('playwright-core');

const [, , post, claim, picture] = process.argv;

(async () => {
  const browser = await chromium.launch({ executablePath: process.env.QUOTECHECK_TEST_CHROMIUM ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] });
  const page = await browser.newPage({ viewport: { width: 900, height: 900 } });
  await page.goto(post);
  const frame = page.locator('iframe.wp-embedded-content');
  await frame.waitFor({ state: 'visible' });
  await page.waitForFunction(() => Number(document.querySelector('iframe.wp-embedded-content').height) > 0 && !document.querySelector('iframe.wp-embedded-content').style.position);
  const inner = page.frames().find((each) => each.url().includes('/embed/claims/'));
  await inner.waitForFunction(() => document.fonts.ready.then(() => document.documentElement.scrollHeight <= innerHeight + 1));
  const card = await inner.evaluate(() => ({ content: document.documentElement.scrollHeight, window: innerHeight, text: document.body.innerText }));
  const sandbox = await frame.getAttribute('sandbox');
  const fallback = await page.locator('blockquote.wp-embedded-content').isVisible();
  await page.screenshot({ path: picture, fullPage: true });
  await inner.locator('a.head').click();
  await page.waitForURL(claim);
  const told = { height: card.window, content: card.content, sandbox, fallbackShown: fallback, opened: page.url() };
  console.log(JSON.stringify(told), '\n' + card.text);
  await browser.close();
  if (card.content > card.window + 1 || card.window > Math.max(200, card.content) || fallback || sandbox !== 'allow-scripts') throw new Error('the height is not right');
})().catch((error) => { console.error(error); process.exit(1); });
