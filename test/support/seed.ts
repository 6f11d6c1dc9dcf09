/**
 * Where `CI` is set, property tests run on one seed, so that a commit passes or fails by what it changes; at a desk each
 * run looks elsewhere, and a failure names its seed.
 */
if (process.env['CI']) {
  const { default: fc } = require('fast-check') as typeof import('fast-check');
  fc.configureGlobal({ seed: 20261125 });
}
