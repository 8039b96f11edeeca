import { readFileSync } from 'node:fs';

/** Of each test that failed, what stood in the window, its fields and the focus: the folder of the results goes with the machine. */
export default class SeenReporter {
  onTestEnd(test, { status, attachments }) {
    const seen = attachments.find(({ name }) => name === 'error-context');
    if (status === 'passed' || !seen?.path) return;
    console.log(`\nWhat stood in the window of "${test.title}":\n${snapshotIn(readFileSync(seen.path, 'utf8'))}`);
  }
}

const snapshotIn = (text) => text.match(/```yaml\n([\s\S]*?)```/)?.[1] ?? text;
