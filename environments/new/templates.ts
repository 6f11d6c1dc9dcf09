import { type DivisionProps, divisionFiles } from './division-files';

/** What a version of the template writes: name to text of every file but the ledger. */
export type Template = (props: DivisionProps) => Readonly<Record<string, string>>;

/** By version. A version that a release had stays as it is: an upgrade compares with what it wrote. */
export type Templates = Readonly<Record<number, Template>>;

export const templates: Templates = { 1: divisionFiles };

export const latestTemplate = Math.max(...Object.keys(templates).map(Number));
