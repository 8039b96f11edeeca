// Adds up what the checks and test runners report. A runner that ended badly never counts as less than one failure.

/** @typedef {{ passed: number, failed: number, skipped: string[] }} Total */

/** @returns {Total} */
export function totalOfCheck(code) {
  return code === 0 ? { passed: 1, failed: 0, skipped: [] } : { passed: 0, failed: 1, skipped: [] };
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
  return atLeastOneFailure({ passed: count('passed'), failed: count('failed') + brokenFiles.length, skipped }, code);
}

/** @returns {Total} */
export function totalOfPlaywright(report, code) {
  if (!report) return withoutReport();
  const { expected, flaky, unexpected } = report.stats;
  return atLeastOneFailure(
    { passed: expected + flaky, failed: unexpected, skipped: report.suites.flatMap(skippedIn) },
    code,
  );
}

function skippedIn(suite) {
  const inside = (suite.suites ?? []).flatMap(skippedIn);
  const here = suite.specs.filter((spec) => spec.tests.some((test) => test.status === 'skipped'));
  return [...inside, ...here.map((spec) => [spec.title, ...reasons(spec)].join(': '))];
}

function reasons(spec) {
  return spec.tests.flatMap((test) => test.annotations).flatMap((annotation) => annotation.description ?? []);
}

function withoutReport() {
  return { passed: 0, failed: 1, skipped: [] };
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
    }),
    {
      passed: 0,
      failed: 0,
      skipped: [],
    },
  );
}

/** The line that closes a run. */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`;
}
