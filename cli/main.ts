import { runCli } from './run-cli';
import { terminalOutput } from './terminal-output';

const stop = new AbortController();
const interrupt = (): void => {
  // Whoever asks twice does not want to wait for engines; they are still told to stop as the process ends.
  if (stop.signal.aborted) process.exit(6);
  stop.abort();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, interrupt);

runCli(process.argv.slice(2), {
  output: terminalOutput(process.stdout, process.stderr),
  folder: process.cwd(),
  surroundings: process.env,
  signal: stop.signal,
  terminal: process.stdout.isTTY === true,
  now: () => performance.now(),
}).then((code) => {
  process.exitCode = code;
});
