// node -r ./test/oracle/with-error.js …  runs TypeScript with one deliberate error in it: EGOV_DELIBERATE_ERROR holds
// { file, text, instead } as JSON. Fails where the text is not there, so that no error is ever tried in vain.
const { readFileSync } = require('node:fs');
const { Module } = require('node:module');
const { transformSync } = require('@swc/core');

const error = process.env.EGOV_DELIBERATE_ERROR && JSON.parse(process.env.EGOV_DELIBERATE_ERROR);
Module._extensions['.ts'] = (module, path) => {
  let source = readFileSync(path, 'utf8');
  if (error && path.endsWith(`/${error.file}`)) {
    if (!source.includes(error.text)) throw new Error(`${error.file} does not hold: ${error.text}`);
    source = source.replace(error.text, () => error.instead);
  }
  const options = {
    filename: path,
    jsc: { target: 'es2023', parser: { syntax: 'typescript' } },
    module: { type: 'commonjs' },
  };
  module._compile(transformSync(source, options).code, path);
};
