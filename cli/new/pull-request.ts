import type { DivisionDraft } from '../../environments/new/draft-division';
import { delegatedBlocks } from '../../model/delegation';
import type { DivisionJudgement } from './judge-division';

/** The text of the pull request that brings a new cloud, as Markdown. */
export function pullRequestText(draft: DivisionDraft, judgement: DivisionJudgement, language: 'en' | 'zh'): string[] {
  const { id, answers, above, design, ledger, files } = draft;
  const say = (en: string, zh: string): string => (language === 'zh' ? zh : en);
  const got = delegatedBlocks(ledger).filter(({ adcode }) => adcode === answers.adcode);
  const { pass = 0, warn = 0, 'evidence-missing': missing = 0, manual = 0 } = judgement.policies;
  const systems = Object.values(draft.environment.values.tenants).flatMap(({ systems: own }) => Object.keys(own));
  return [
    `# ${say(`New cloud: ${answers.name} (${answers.adcode})`, `新建云：${answers.name}（${answers.adcode}）`)}`,
    '',
    say(
      `\`${id}\`: a ${answers.level.replace('-', ' ')} of level ${answers.mlps}, size ${answers.size}, below ${above.id || 'the country'}.`,
      `\`${id}\`：等保${answers.mlps === 3 ? '三' : '二'}级，规格 ${answers.size}，上级 ${above.id || '全国'}。`,
    ),
    '',
    `| ${say('what', '项目')} | |`,
    '|---|---|',
    ...got.map(({ use, family, block }) => `| ${say('addresses', '地址')} ${use} IPv${family} | \`${block}\` |`),
    `| ${say('departments', '部门')} | ${design.tenants.length} |`,
    `| ${say('systems', '系统')} | ${systems.length} |`,
    `| ${say('resources', '资源')} | ${judgement.resources} (${judgement.stacks} ${say('states', '个状态')}) |`,
    `| ${say('statements proved', '已证明结论')} | ${judgement.proved} |`,
    `| ${say('policies', '策略')} | ${pass} ${say('pass', '通过')}, ${warn} ${say('warn', '警告')}, ${missing} ${say('lack evidence', '缺少证据')}, ${manual} ${say('manual', '人工')} |`,
    '',
    say(
      'Replaces: nothing. No other environment changes; the ledger above has one line more for each block.',
      'Replaces: nothing。不改变其他环境；上级台账为每个地址段增加一行。',
    ),
    '',
    `## ${say('For the reviewer', '请评审者确认')}`,
    '',
    ...[
      say(
        'The lines of operations, detection, protection and backup are what the level asks for. Confirm them, and add the day of the first restore test.',
        '运维、检测、保护与备份文件按等级要求写成，请逐条确认，并补充首次恢复测试日期。',
      ),
      say(
        `Backups go to ${answers.backupAt} as well; that division agrees.`,
        `备份同时存放于 ${answers.backupAt}，请确认对方同意。`,
      ),
      say(
        'The carriers route the addresses of the extranet and the Internet here.',
        '运营商将政务外网与互联网地址路由至此。',
      ),
    ].map((line) => `- [ ] ${line}`),
    '',
    say(
      `${Object.keys(files).length} files; again: \`egov validate ${id} && egov prove ${id} && egov check ${id}\``,
      `${Object.keys(files).length} 个文件；复核：\`egov validate ${id} && egov prove ${id} && egov check ${id}\``,
    ),
  ];
}
