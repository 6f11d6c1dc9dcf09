import { ProblemsError } from '../../model/problem';
import type { QuoteTerms } from '../../review/quote/quote';
import type { CommandSpec, Given } from '../command-spec';
import { USAGE_ARGUMENT } from '../usage-problems';

/** What a change means, on one page. */
export const reviewCommands: readonly CommandSpec[] = [
  {
    name: 'review',
    about: {
      en: 'say what a branch means for every environment that it touches: what opens, what is lost, what it costs',
      zh: '评审分支对各环境的影响：开通了什么、丢失了什么、费用如何',
    },
    arguments: [
      {
        name: '[env...]',
        about: { en: 'only these environments; the default is all', zh: '仅这些环境，默认全部' },
        completes: 'environments',
      },
    ],
    options: [
      {
        flags: '--base <revision>',
        about: {
          en: 'what the branch is compared with; the default is origin/main',
          zh: '对比基准，默认 origin/main',
        },
      },
      {
        flags: '--format <format>',
        about: { en: 'md, html, json, sarif or junit', zh: 'md、html、json、sarif 或 junit' },
        choices: ['md', 'html', 'json', 'sarif', 'junit'],
      },
      {
        flags: '--forge <forge>',
        about: { en: 'whose comments the Markdown is for', zh: 'Markdown 评论所属平台' },
        choices: ['github', 'gitlab', 'gitee'],
      },
      {
        flags: '--plan',
        about: {
          en: "merge in OpenTofu's own plan of the environments: what is made anew, and drift",
          zh: '并入 OpenTofu 的计划：重建与漂移',
        },
      },
      { flags: '-o, --output <file>', about: { en: 'where to write', zh: '输出文件' } },
      {
        flags: '--as-of <date>',
        about: { en: 'the day for waivers, YYYY-MM-DD; the default is today', zh: '豁免判断日期，默认今日' },
      },
      { flags: '--detailed-exitcode', about: { en: 'exit with 2 when there are changes', zh: '有变更时退出码为 2' } },
    ],
    run: (given, context) =>
      (require('../commands/review') as typeof import('../commands/review')).review(
        {
          base: given.value('base') ?? 'origin/main',
          only: given.names,
          format: given.value('format') ?? 'md',
          forge: (given.value('forge') ?? 'github') as 'github',
          file: given.value('output'),
          asOf: given.value('asOf'),
          plan: given.has('plan'),
          detailedExitCode: given.has('detailedExitcode'),
        },
        context,
      ),
  },
  {
    name: 'diagram',
    about: {
      en: 'draw a cloud: planes, zones, departments and the flows between them',
      zh: '绘制云图：平面、区域、部门及其间的流',
    },
    arguments: [{ name: '<env>', about: { en: 'id of an environment', zh: '环境标识' }, completes: 'environments' }],
    options: [
      {
        flags: '--format <format>',
        about: { en: 'svg, mermaid or html', zh: 'svg、mermaid 或 html' },
        choices: ['svg', 'mermaid', 'html'],
      },
      { flags: '-o, --output <file>', about: { en: 'where to write', zh: '输出文件' } },
    ],
    run: (given, context) =>
      (require('../commands/diagram') as typeof import('../commands/diagram')).diagram(
        { id: given.names[0] ?? '', format: given.value('format') ?? 'svg', file: given.value('output') },
        context,
      ),
  },
  {
    name: 'quote',
    about: {
      en: 'say what a cloud costs in a month, and how full it is',
      zh: '报价：每月费用及容量余量',
    },
    arguments: [{ name: '<env>', about: { en: 'id of an environment', zh: '环境标识' }, completes: 'environments' }],
    options: [
      {
        flags: '--base <revision>',
        about: { en: 'also say the difference to this revision', zh: '同时给出与该版本的差额' },
      },
      {
        flags: '--years <n>',
        about: { en: 'years for which is bought, 1 to 9; the default is by the month', zh: '购买年限 1–9，默认按月' },
      },
      { flags: '--discount <percent>', about: { en: 'discount of the tender', zh: '下浮率（%）' } },
      { flags: '--tax <percent>', about: { en: 'tax on top', zh: '税率（%）' } },
    ],
    run: (given, context) =>
      (require('../commands/quote') as typeof import('../commands/quote')).quote(
        { id: given.names[0] ?? '', base: given.value('base'), terms: termsOf(given) },
        context,
      ),
  },
];

function termsOf(given: Given): QuoteTerms {
  const years = numberOf(given, 'years', 9);
  return {
    years: Math.trunc(years),
    discount: numberOf(given, 'discount', 100) / 100,
    tax: numberOf(given, 'tax', 100) / 100,
  };
}

/** A number from 0 to `most`. */
function numberOf(given: Given, option: string, most: number): number {
  const text = given.value(option) ?? '0';
  const number = Number(text);
  if (text.trim() !== '' && number >= 0 && number <= most) return number;
  const what = {
    en: `--${option} ${text} is no number from 0 to ${most}`,
    zh: `--${option} ${text} 不是 0 到 ${most} 的数`,
  };
  throw new ProblemsError([USAGE_ARGUMENT.at('egov quote', { what, command: 'egov quote' })]);
}
