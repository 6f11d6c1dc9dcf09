import { readTypeScript } from './type-script';

/** `node --require egov/register` reads the TypeScript of the working directory, for the tests of own policies. */
readTypeScript(process.cwd());
