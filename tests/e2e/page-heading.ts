import type { Locator, Page } from '@playwright/test';

/**
 * The heading that says which page this is. A page with sheets of paper has a heading on each, and stands there until the
 * next page follows a moment later: asking for the only heading fails at once then, instead of waiting.
 */
export const pageHeading = (page: Page): Locator => page.locator('.frame h1').first();
