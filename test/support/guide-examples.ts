import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A block of TypeScript in a page, and how many resources its stack has. */
export interface GuideExample {
  readonly page: string;
  /** The heading that it stands under. */
  readonly heading: string;
  readonly resources: number;
  readonly code: string;
}

const GUIDE = 'docs/guide';
const BLOCK = /```ts example resources=(\d+)\n([\s\S]*?)```/g;

/** Every example of the README and the guide. */
export function guideExamples(): GuideExample[] {
  const guide = readdirSync(GUIDE).map((name) => join(GUIDE, name));
  const pages = ['README.md', ...guide].filter((page) => page.endsWith('.md') && existsSync(page));
  return pages.flatMap((page) => {
    const text = readFileSync(page, 'utf8');
    return [...text.matchAll(BLOCK)].map(({ 1: resources, 2: code = '', index }) => ({
      page,
      heading: [...text.slice(0, index).matchAll(/^#+ (.*)$/gm)].at(-1)?.[1] ?? '',
      resources: Number(resources),
      code,
    }));
  });
}

/** The source behind a name that a user of the package imports: `egov/constructs/openstack`. */
export function sourceOf(name: string): string | undefined {
  const { exports } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    exports: Record<string, string | { readonly default: string }>;
  };
  for (const [pattern, target] of Object.entries(exports)) {
    const [before = '', after] = pattern.replace(/^\./, 'egov').split('*');
    const whole = after === undefined;
    if (whole ? name !== before : !name.startsWith(before)) continue;
    const file = typeof target === 'string' ? target : target.default;
    return file.replace('*', name.slice(before.length)).replace('./dist/', '').replace(/\.js$/, '.ts');
  }
  return undefined;
}
