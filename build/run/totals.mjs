// Adds up what the checks and test runners report. A runner that ended badly never counts as less than one failure.

/** @typedef {{ passed: number, failed: number, skipped: string[], again: string[] }} Total */

/** A run in which more tests than these passed only when run again is red. */
const mostAgain = 2;

/** @type {Total} */
const NOTHING = { passed: 0, failed: 0, skipped: [], again: [] };

/** @returns {Total} */
export function totalOfCheck(code) {
  return code === 0 ? { ...NOTHING, passed: 1 } : { ...NOTHING, failed: 1 };
}

/** @returns {Total} */
export function totalOfVitest(report, code) {
  if (!report) return withoutReport();
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const count = (status) => tests.filter((test) => test.status === status).length;
  // A file that cannot even be loaded fails without a single test.
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  );
  const skipped = tests
    .filter((test) => test.status !== 'passed' && test.status !== 'failed')
    .map((test) => test.fullName.trim());
  const failed = count('failed') + brokenFiles.length;
  return atLeastOneFailure({ ...NOTHING, passed: count('passed'), failed, skipped }, code);
}

/** @returns {Total} */
export function totalOfPlaywright(report, code) {
  if (!report) return withoutReport();
  const { expected, unexpected } = report.stats;
  const its = (status) => report.suites.flatMap((suite) => specsIn(suite, status));
  const again = its('flaky').map(({ title }) => title);
  const skipped = its('skipped').map((spec) => [spec.title, ...reasons(spec)].join(': '));
  const passed = again.length > mostAgain ? expected : expected + again.length;
  const failed = again.length > mostAgain ? unexpected + again.length : unexpected;
  return atLeastOneFailure({ passed, failed, skipped, again }, code);
}

function specsIn(suite, status) {
  const inside = (suite.suites ?? []).flatMap((its) => specsIn(its, status));
  return [...inside, ...suite.specs.filter((spec) => spec.tests.some((test) => test.status === status))];
}

function reasons(spec) {
  return spec.tests.flatMap((test) => test.annotations).flatMap((annotation) => annotation.description ?? []);
}

function withoutReport() {
  return { ...NOTHING, failed: 1 };
}

function atLeastOneFailure(total, code) {
  return code !== 0 && total.failed === 0 ? { ...total, failed: 1 } : total;
}

/** @param {Total[]} totals @returns {Total} */
export function sum(totals) {
  return totals.reduce(
    (all, one) => ({
      passed: all.passed + one.passed,
      failed: all.failed + one.failed,
      skipped: [...all.skipped, ...one.skipped],
      again: [...all.again, ...one.again],
    }),
    NOTHING,
  );
}

/** The line that closes a run. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
