/** Whether everybody can use a page, as far as a program can tell: axe-core finds nothing. */
import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

/** @throws where it finds something, with its rule and the first places */
export async function isAccessible(page: Page): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = (await page.evaluate('axe.run()')) as AxeResults;
  if (violations.length === 0) return;
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map(({ html, failureSummary }) => `  ${html}\n  ${failureSummary?.replaceAll('\n', '\n  ')}`)
        .join('\n')}`,
  );
  throw new Error(found.join('\n'));
}
