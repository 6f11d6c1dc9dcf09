const { join } = require('node:path');

/** What Pulumi loads: the pack as it was built, for to compile the sources takes longer than the preview. */
require(join(__dirname, '../../dist/stacks/kubernetes-policy-pack/pack.js'));
