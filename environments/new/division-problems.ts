import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Jurisdiction } from '../../model/jurisdiction';
import type { Problem } from '../../model/problem';
import { ANSWER_FORBIDDEN, DIVISION_NAME, DIVISION_TAKEN } from '../../model/problems/division-problems';
import { ADCODE_LEVEL, ADCODE_PARENT, ADCODE_TAKEN, ADCODE_UNKNOWN } from '../../model/problems/place-problems';
import type { Text } from '../../model/text';
import { idProblem } from '../environment-id';
import { surveyEnvironments } from '../environment-list';
import type { DivisionAbove } from './division-above';
import type { DivisionAnswers } from './division-answers';

const at = 'egov new';
const text = (en: string, zh: string): Text => ({ en, zh });

/** Everything that is wrong with a new division before anything of it is decided. */
export function divisionProblems(root: string, id: string, answers: DivisionAnswers, above: DivisionAbove): Problem[] {
  return [
    ...placeProblems(answers, above),
    ...nameProblems(answers.name),
    ...[idProblem(id, at)].filter((one) => one !== undefined),
    ...takenProblems(root, id, answers),
    ...forbidden(answers, above),
  ];
}

function placeProblems({ adcode, level }: DivisionAnswers, { id, values }: DivisionAbove): Problem[] {
  const division = Jurisdiction.parse(adcode);
  if (division === undefined) return [ADCODE_UNKNOWN.at(at, { adcode })];
  const problems: Problem[] = [];
  if (division.profile !== level)
    problems.push(ADCODE_LEVEL.at(at, { adcode, level: division.profile, profile: level }));
  const parent = values && Jurisdiction.parse(values.adcode);
  if (parent && (!parent.contains(division) || parent.adcode === adcode))
    problems.push(ADCODE_PARENT.at(at, { adcode, parent: id, parentAdcode: parent.adcode }));
  return problems;
}

/** A name in Chinese characters of their usual form: radicals, compatibility forms and invisible signs look like them. */
export function nameProblems(name: string): Problem[] {
  if (name.length > 64)
    return [
      DIVISION_NAME.at(at, {
        name: `${name.slice(0, 20)}…`,
        reason: text('is longer than 64 signs', '超过 64 个字符'),
      }),
    ];
  if (name.normalize('NFKC') !== name)
    return [
      DIVISION_NAME.at(at, {
        name,
        reason: text(
          `has signs that only look like ${name.normalize('NFKC')}`,
          `含有与 ${name.normalize('NFKC')} 外观相同的字符`,
        ),
      }),
    ];
  const strange = [...name].filter((sign) => !/\p{Unified_Ideograph}/u.test(sign));
  if (name !== '' && strange.length === 0) return [];
  const codes = strange.map(
    (sign) => `U+${(sign.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`,
  );
  return [
    DIVISION_NAME.at(at, {
      name,
      reason:
        name === ''
          ? text('is empty', '为空')
          : text(
              `has signs that are no Chinese characters: ${[...new Set(codes)].join(', ')}`,
              `含有非汉字字符：${[...new Set(codes)].join('、')}`,
            ),
    }),
  ];
}

function takenProblems(root: string, id: string, { adcode, name }: DivisionAnswers): Problem[] {
  const problems: Problem[] = [];
  if (existsSync(join(root, id)))
    problems.push(DIVISION_TAKEN.at(at, { id, what: text(`the folder ${id}`, `目录 ${id} `) }));
  for (const other of surveyEnvironments(root).ids) {
    const written = readFileSync(join(root, other, 'environment.yaml'), 'utf8');
    const scalar = (key: string) =>
      new RegExp(`^${key}:[ \\t]*["']?([^"'#\\n]*?)["']?[ \\t]*(#.*)?$`, 'm').exec(written)?.[1];
    if (scalar('adcode') === adcode) problems.push(ADCODE_TAKEN.at(at, { adcode, other }));
    const siblings = other.split('/').slice(0, -1).join('/') === id.split('/').slice(0, -1).join('/');
    if (siblings && scalar('name')?.normalize('NFKC') === name && other !== id)
      problems.push(DIVISION_TAKEN.at(at, { id: other, what: text(`the name ${name}`, `名称 ${name} `) }));
  }
  return problems;
}

/** A cloud is protected no higher than the one that runs it. */
function forbidden({ mlps }: DivisionAnswers, { id, values }: DivisionAbove): Problem[] {
  if (values === undefined || mlps <= values.mlps) return [];
  const reason = text(
    `${id} is of level ${values.mlps}, and runs what lies below it`,
    `${id} 为 ${values.mlps} 级，并运行下级云`,
  );
  return [ANSWER_FORBIDDEN.at(at, { answer: `mlps ${mlps}`, reason })];
}
