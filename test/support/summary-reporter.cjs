const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

/** Says why blocks were skipped, and leaves the counts of the run in `.egov/test-summary.json` for a script to read. */
module.exports = class SummaryReporter {
  constructor(config) {
    this.folder = join(config.rootDir, '.egov');
  }

  onRunComplete(_contexts, results) {
    const skipped = results.testResults
      .flatMap(({ testResults }) => testResults)
      .filter(({ status }) => status === 'pending')
      .flatMap(({ ancestorTitles }) => ancestorTitles.filter((title) => title.includes('(skipped: ')));
    for (const title of [...new Set(skipped)].sort()) process.stderr.write(`○ ${title}\n`);
    const summary = {
      passed: results.numPassedTests,
      // A file that does not load has no tests to count, and must not count for nothing.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    mkdirSync(this.folder, { recursive: true });
    writeFileSync(join(this.folder, 'test-summary.json'), `${JSON.stringify(summary)}\n`);
  }
};
