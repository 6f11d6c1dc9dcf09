import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

/** Most that a bundle holds, in bytes. */
const LARGEST = 64 * 2 ** 20;

/**
 * The code that runs in Temporal's sandbox, as one script. The bundler takes two hundred megabytes and gives none back: it
 * works in a process of its own. `failureConverterPath`: a module that the bundle must hold too.
 */
export async function workflowBundle(failureConverterPath: string | undefined): Promise<string> {
  const options = { workflowsPath: require.resolve('./workflows'), failureConverterPath };
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', PROGRAM, JSON.stringify(options)], {
    cwd: join(__dirname, '../../..'),
    maxBuffer: LARGEST,
  });
  return stdout;
}

const PROGRAM = `
const { bundleWorkflowCode, DefaultLogger } = require('@temporalio/worker');
const { failureConverterPath, ...rest } = JSON.parse(process.argv[1]);
const logger = new DefaultLogger('ERROR', ({ message }) => process.stderr.write(message + '\\n'));
bundleWorkflowCode({ ...rest, logger, ...(failureConverterPath && { failureConverterPath }) })
  .then(({ code }) => process.stdout.write(code));
`;
