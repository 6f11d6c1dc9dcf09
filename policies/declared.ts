import type { AssuranceDesign } from '../model/design/assurance-design';
import type { Text } from '../model/text';
import { designOf } from './design-things';
import type { Found } from './finding';
import type { Look } from './policy';
import type { Subject } from './subject';
import type { Thing } from './thing';

/** Sections of the declarations; each is a file of the environment. */
type Section = 'operations' | 'detection' | 'protection' | 'backup';
export type DeclarationName = `${Section}/${string}`;

/** What a policy says of one declaration; several where one declaration is wrong in several ways. */
export type Said = Text | readonly Omit<Found, 'thing'>[] | undefined;

/**
 * Looks at what somebody should have declared. Nobody having said it is `evidence-missing`, never met.
 * `name` is the file and the key: `operations/bastion`.
 */
export function lookAtDeclared<T>(
  subject: Subject,
  name: DeclarationName,
  pick: (assurance: AssuranceDesign) => T | undefined,
  ask: (declared: T) => Said,
): Look {
  const declared = pick(designOf(subject).assurance);
  const thing = declaration(subject, name, declared);
  if (declared === undefined) return { looked: [thing], found: [undeclared(thing, name)] };
  const said = ask(declared);
  if (said === undefined) return { looked: [thing], found: [] };
  const all: readonly Omit<Found, 'thing'>[] = 'en' in said ? [{ message: said }] : said;
  return { looked: [thing], found: all.map((one) => ({ thing, ...one })) };
}

/** The thing that a declaration is, where it was written or where it should have been. */
export function declaration(subject: Subject, name: DeclarationName, declared?: unknown): Thing {
  const section = name.split('/')[0] as Section;
  const { place } = designOf(subject).assurance[section];
  return subject.part('declaration', { key: name, place: placeOf(declared) ?? place });
}

export function undeclared(thing: Thing, name: DeclarationName): Found {
  const [file, key] = name.split('/');
  return {
    thing,
    about: name,
    outcome: 'evidence-missing',
    message: { en: `${file}.yaml does not say \`${key}\``, zh: `${file}.yaml 未声明 \`${key}\`` },
    fix: { en: `write down in ${file}.yaml what holds`, zh: `在 ${file}.yaml 中如实声明` },
  };
}

function placeOf(declared: unknown): string | undefined {
  const place = typeof declared === 'object' && declared !== null ? (declared as { place?: unknown }).place : undefined;
  return typeof place === 'string' ? place : undefined;
}
