import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../environments/package-root';
import { jsonSchemas } from '../../model/environment/json-schemas';
import { examplePolicy, examplePolicyTest } from './example-policy';
import { readme } from './readme';

export interface RepositoryProps {
  /** Key of its first environment. */
  readonly key: string;
  /** What package.json asks of the toolkit: a version, or `file:../egov-0.1.0.tgz`. */
  readonly toolkit: string;
}

/** Files of a package that a repository is made of, by where they go. */
const pipelines = {
  '.github/workflows/review.yml': 'github-actions.yml',
  '.gitlab-ci.yml': 'gitlab-ci.yml',
  '.workflow/review.yml': 'gitee-go.yml',
} as const;

/** Everything of a new repository but its environments, by path. */
export function repositoryFiles(props: RepositoryProps): Readonly<Record<string, string>> {
  const { key } = props;
  const schemas = Object.entries(jsonSchemas()).map(
    ([name, schema]) => [`environments/schema/${name}`, `${JSON.stringify(schema, null, 2)}\n`] as const,
  );
  const copied = Object.entries(pipelines).map(
    ([path, name]) => [path, readFileSync(join(packageRoot(), 'pipelines', name), 'utf8')] as const,
  );
  return {
    'package.json': packageJson(props),
    'tsconfig.json': TSCONFIG,
    'egov.config.ts': CONFIG,
    'policies/volume-size.ts': examplePolicy,
    'policies/volume-size.test.ts': examplePolicyTest,
    'environments/delegation.yaml': DELEGATION,
    CODEOWNERS: codeOwners(key),
    'README.md': readme(key),
    '.editorconfig': EDITOR,
    '.gitattributes': 'addresses.lock.yaml merge=egov-addresses\n*.sh text eol=lf\n.githooks/* text eol=lf\n',
    '.gitignore': 'node_modules/\n.egov/\n*.tfstate\n*.tfstate.*\n',
    '.githooks/pre-commit': HOOK,
    ...Object.fromEntries(copied),
    ...Object.fromEntries(schemas),
  };
}

/** Files that are run. */
export const executables: readonly string[] = ['.githooks/pre-commit'];

function packageJson({ toolkit }: RepositoryProps): string {
  const { engines, devDependencies } = JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')) as {
    readonly engines: { readonly node: string };
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  const driver = "git config merge.egov-addresses.driver 'npx --no-install egov addresses merge %O %A %B'";
  const contents = {
    private: true,
    engines,
    scripts: {
      prepare: `! git rev-parse --git-dir >/dev/null 2>&1 || { git config core.hooksPath .githooks && ${driver}; }`,
      check: 'tsc && egov validate && egov fleet prove && egov fleet check',
      test: 'node --require egov/register --test policies/*.test.ts',
    },
    dependencies: { egov: toolkit },
    devDependencies: {
      '@types/node': devDependencies['@types/node'],
      typescript: devDependencies['typescript'],
    },
  };
  return `${JSON.stringify(contents, null, 2)}\n`;
}

const TSCONFIG = `${JSON.stringify(
  {
    compilerOptions: {
      target: 'es2022',
      module: 'nodenext',
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      erasableSyntaxOnly: true,
      skipLibCheck: true,
      types: ['node'],
    },
    include: ['egov.config.ts', 'policies'],
  },
  null,
  2,
)}\n`;

const CONFIG = `import { defineConfig } from 'egov';
import { volumeSize } from './policies/volume-size.ts';

export default defineConfig({
  policies: [volumeSize],
  // Sets of departments for \`egov new county --departments\`.
  profiles: {
    'own-2': {
      departments: [
        { key: 'finance', name: '财政', systems: [{ key: 'budget', name: '预算管理', form: 'office' }] },
        { key: 'general-office', name: '人民政府办公室', systems: [{ key: 'portal', name: '政府门户网站', form: 'portal' }] },
      ],
    },
  },
});
`;

const DELEGATION = `# yaml-language-server: $schema=schema/delegation.schema.json
# Synthetic. Put what the country gave your province in its place before the first cloud is built.
private: [10.0.0.0/8, "2001:db0::/28"]
extranet: [59.192.0.0/10]
internet: [198.18.0.0/15] # the range for benchmarks (RFC 2544)
`;

const EDITOR = `root = true

[*]
charset = utf-8
end_of_line = lf
indent_style = space
indent_size = 2
insert_final_newline = true
trim_trailing_whitespace = true
`;

const HOOK = `#!/bin/sh
# Everything that a reviewer would send back, in a few seconds. \`git commit --no-verify\` goes past it.
set -e
npx --no-install egov validate -q
npm test --silent
`;

/** Who is asked, by folder: the last line that fits holds. */
function codeOwners(key: string): string {
  return `# Put your own groups in place of these. The last line that fits a file holds.
*                                @example/platform
/environments/${key}/            @example/${key}
/environments/**/tenants/        @example/departments
/environments/**/planes.yaml     @example/network
/environments/**/zones.yaml      @example/network
/environments/**/flows.yaml      @example/network @example/security
/environments/**/gap.yaml        @example/network @example/security
/environments/**/waivers.yaml    @example/security
/environments/**/addresses.lock.yaml @example/network
/policies/                       @example/security
/egov.config.ts                  @example/security
`;
}
