import type { Problem } from '../model/problem';
import { FILE_EMPTY } from '../model/problems/file-problems';
import { LEDGER_FILE } from './ledger-text';
import { parseYaml } from './parse-yaml';
import { readSource } from './read-source';
import { strangeLedger } from './strange-ledger';
import { Source, type Written } from './written';

export interface ReadFile {
  /** Undefined when the file could not be read; then there is a problem. */
  readonly written: Written | undefined;
  readonly problems: readonly Problem[];
}

/** One YAML file with all that is wrong with its form. `label` names it in places. */
export function readYaml(path: string, label: string): ReadFile {
  const source = readSource(path, label);
  if (!(source instanceof Source)) return { written: undefined, problems: [source] };
  const strange = label.endsWith(`/${LEDGER_FILE}`) ? strangeLedger(source) : [];
  if (strange.length > 0) return { written: undefined, problems: strange };
  const { written, problems } = parseYaml(source);
  if (written !== undefined || problems.length > 0) return { written, problems };
  return {
    written: undefined,
    problems: [FILE_EMPTY.at(source.place(0), { file: label.split('/').at(-1) as string })],
  };
}
