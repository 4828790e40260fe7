/** The reports of runs, as whoever opens them meets them. */
import assert from 'node:assert';
import type { Page } from 'playwright-core';
import { formatCoverageHtml } from '../../reports/formats/coverage/html';
import { formatHtml } from '../../reports/formats/html/html';
import { formatMatrixHtml } from '../../reports/formats/matrix/html';
import {
  sampleInput,
  sampleRequirements,
  sampleResult,
  sampleRun,
  sampleScenarios,
} from '../../reports/testing/sample';
import { coverageOf } from '../../reports/verdict/coverage';
import { isAccessible } from './accessible';
import type { Look } from './browser';

const PROGRAMS = ['chromium'];
const MANY = 5000;

const report = () => formatHtml(sampleInput());
const fine = () => formatHtml(sampleInput(sampleRun([sampleResult()])));
const coverage = () => formatCoverageHtml(coverageOf(sampleRequirements, sampleScenarios()), 'Coverage', 'report.html');
const matrix = () =>
  formatMatrixHtml([
    { run: sampleRun(), report: 'one/report.html' },
    { run: sampleRun([sampleResult()], { target: 'other' }), report: 'other/report.html' },
  ]);

/** A run as large as ours will be: one in twenty fails. */
function large(): string {
  const scenarios = Array.from({ length: MANY }, (_, index) =>
    sampleResult({
      id: `smtp/page-${index % 100}#scenario-${index}`,
      uri: `features/smtp/page-${index % 100}.feature`,
      name: `Scenario ${index}`,
      ...(index % 20 === 0 ? { verdict: 'fail', code: 'status-differs', reason: `asked ${index}` } : {}),
    }),
  );
  return formatHtml(sampleInput(sampleRun(scenarios)));
}

const LOOKS: readonly Look[] = [
  {
    name: 'a report opens on what to mend, and what is well or does not apply is not shown',
    html: report,
    at: async (page) => {
      assert.deepEqual(await shown(page), ['smtp/order#f', 'smtp/order#a', 'smtp/order#b', 'smtp/order#e']);
      assert.equal(await page.textContent('output'), '4 of 7');
    },
  },
  {
    name: 'a report of a run without trouble shows all',
    html: fine,
    at: async (page) => assert.equal((await shown(page)).length, 1),
  },
  {
    name: 'what is shown stands in the address and outlives a reload',
    html: report,
    at: async (page) => {
      await page.getByRole('checkbox', { name: 'pass' }).check();
      await page.getByLabel('Search').fill('before');
      await page.getByLabel('group by').selectOption('topic');
      const before = await shown(page);
      await page.reload();
      assert.deepEqual(await shown(page), before);
      assert.equal(await page.getByLabel('Search').inputValue(), 'before');
      assert.ok(before.includes('smtp/order#rcpt-before-mail'));
    },
  },
  {
    name: 'a link to a scenario opens it, although its verdict is not among those shown',
    html: report,
    at: async (page, url) => {
      await page.goto(`${url}#${encodeURIComponent('smtp/size#d')}`);
      await page.reload();
      assert.equal(await page.locator('[id="smtp/size#d"]').getAttribute('open'), '');
      assert.ok(await page.locator('[id="smtp/size#d"] .body').isVisible());
    },
  },
  {
    name: 'the keys go from trouble to trouble',
    html: report,
    at: async (page) => {
      const visited: (string | null)[] = [];
      for (const key of ['n', 'n', 'p', 'p']) {
        await page.keyboard.press(key);
        visited.push(await page.locator('.at').getAttribute('id'));
      }
      assert.deepEqual(visited, ['smtp/order#f', 'smtp/order#a', 'smtp/order#f', 'smtp/order#e']);
    },
  },
  {
    name: 'a button copies the command that plays it again',
    html: report,
    at: async (page) => {
      await page.keyboard.press('o');
      await page.locator('[id="smtp/order#a"]').getByLabel('Copy the command').click();
      assert.equal(
        await page.evaluate('navigator.clipboard.readText()'),
        'mailspec run --target my.yaml --seed 7 --id smtp/order#a',
      );
    },
  },
  {
    name: 'grouped by requirement, the sentence is the heading',
    html: report,
    at: async (page) => {
      await page.getByLabel('group by').selectOption('requirement');
      const [first] = await page.locator('.group:not([hidden]) h2').allTextContents();
      assert.match(first!, /^RFC 5321 §3\.3 MUST: RCPT outside is 503\./);
    },
  },
  {
    name: 'a number of the summary leads to its scenarios',
    html: report,
    at: async (page) => {
      await page.getByText('By protocol').click();
      await page.getByLabel('1 info in smtp').click();
      assert.deepEqual(await shown(page), ['smtp/order#c']);
    },
  },
  {
    name: `a report of ${MANY} scenarios can be searched`,
    html: large,
    at: async (page) => {
      assert.equal((await shown(page)).length, MANY / 20);
      await page.getByLabel('Search').fill('scenario-4980');
      assert.deepEqual(await shown(page), ['smtp/page-80#scenario-4980']);
    },
  },
  ...[report, fine, coverage, matrix].flatMap((html, index) => {
    const what = ['a report', 'a report without trouble', 'a coverage page', 'a matrix'][index]!;
    return [
      { name: `${what}, all open, is for everybody`, html, at: usable },
      { name: `${what} is for everybody in the dark`, html, at: usable, dark: true },
      { name: `${what} fits a phone`, html, at: fits, phone: true },
    ];
  }),
  {
    name: 'a coverage page opens on what is wrong or missing',
    html: coverage,
    at: async (page) => assert.deepEqual(await shown(page), ['R5321-3.3-8', 'R5321-4.1.4-2', 'R5321-4.1.4-4']),
  },
];

export const reportPages: readonly Look[] = LOOKS.map((look) => ({ ...look, programs: PROGRAMS }));

function shown(page: Page): Promise<string[]> {
  return page.locator('.item:visible').evaluateAll((items) => items.map(({ id }) => id));
}

async function usable(page: Page): Promise<void> {
  await page.keyboard.press('o');
  await isAccessible(page);
}

/** Nothing but a table or code is wider than the screen, and these scroll by themselves. */
async function fits(page: Page): Promise<void> {
  await page.keyboard.press('o');
  const wide = await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  assert.equal(wide, 0, `the page is ${wide} pixels wider than the phone`);
  await isAccessible(page);
}
