import { isAbsolute, join, relative, resolve } from 'node:path';
import type { Context } from './context';

/** Where the synthesis of an environment goes: the folder that was asked for, or `.egov/<id>`. */
export function outFolder(id: string, asked: string | undefined, { folder }: Context): string {
  return resolve(folder, asked ?? join('.egov', id));
}

/** A folder as a person reads it: from the working directory where it lies below it. */
export function shownFolder(path: string, { folder }: Context): string {
  const short = relative(folder, path);
  return short === '' ? '.' : short.startsWith('..') || isAbsolute(short) ? path : short;
}
