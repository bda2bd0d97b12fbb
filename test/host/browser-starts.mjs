/** Ends well when the browser that the tests would use starts and shows a page. */
import { chromium } from 'playwright-core';
import { browser } from './browser.mjs';

const options = browser();
try {
  const chrome = await chromium.launch(options);
  const page = await chrome.newPage();
  // Without a font, text has no width and nothing in VS Code can be clicked.
  await page.setContent('<span>text</span>');
  const { width } = await page.locator('span').boundingBox();
  await chrome.close();
  if (!(width > 0)) throw new Error('it has no font');
  console.log(`browser: ${options.executablePath}`);
} catch (error) {
  console.error(`${options.executablePath} does not start: ${error.message}`);
  process.exitCode = 1;
}
