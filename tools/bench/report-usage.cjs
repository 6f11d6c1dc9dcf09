/**
 * Preloaded into a measured process: writes its processor time in seconds and the most that it held in KiB, with all of
 * its threads, as JSON to the file that EGOV_BENCH_USAGE names.
 */
const { writeFileSync } = require('node:fs');
const { isMainThread } = require('node:worker_threads');

if (isMainThread)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(
      process.env.EGOV_BENCH_USAGE,
      JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1e6, peak: maxRSS }),
    );
  });
