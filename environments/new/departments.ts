/**
 * The usual forms of a department's system: `portal` is what citizens read, servers in the internet plane; `hall` what
 * they ask for, servers and a cache there; `office` the business of one department, servers and a database in the
 * extranet; `exchange` a front-end host (前置机) of the exchange platform, and the desk that runs its tasks.
 */
export const systemForms = ['portal', 'hall', 'office', 'exchange'] as const;
export type SystemForm = (typeof systemForms)[number];

export interface UsualSystem {
  readonly key: string;
  readonly name: string;
  readonly form: SystemForm;
  /** Whether it holds personal information. */
  readonly pii?: true;
}

export interface UsualDepartment {
  readonly key: string;
  /** Without the word of its rank: 局 is added below a province, 厅 in one. */
  readonly name: string;
  readonly systems: readonly UsualSystem[];
}

const office = (key: string, name: string, pii?: true): UsualSystem => ({
  key,
  name,
  form: 'office',
  ...(pii && { pii }),
});
const one = (key: string, name: string, ...systems: UsualSystem[]): UsualDepartment => ({ key, name, systems });

/** Twelve departments whose systems nearly every county has. Invented, from what public service lists have in common. */
const twelve: readonly UsualDepartment[] = [
  one(
    'general-office',
    '人民政府办公室',
    { key: 'portal', name: '政府门户网站', form: 'portal' },
    office('oa', '协同办公'),
  ),
  one(
    'government-services',
    '行政审批',
    { key: 'hall', name: '网上办事大厅', form: 'hall' },
    office('approval', '审批业务', true),
  ),
  one('data-bureau', '数据', { key: 'exchange', name: '数据共享交换前置', form: 'exchange' }),
  one('finance', '财政', office('budget', '预算管理')),
  one('human-resources', '人力资源和社会保障', office('employment', '就业服务', true)),
  one('civil-affairs', '民政', office('aid', '社会救助', true)),
  one('health', '卫生健康', office('clinics', '基层医疗', true)),
  one('education', '教育', office('students', '学籍管理', true)),
  one('natural-resources', '自然资源', office('registry', '不动产登记', true)),
  one('market-supervision', '市场监督管理', office('licences', '市场主体登记')),
  one('public-security', '公安', office('households', '户政业务', true)),
  one('agriculture', '农业农村', office('subsidies', '惠农补贴', true)),
];

const eighteenMore: readonly UsualDepartment[] = [
  one('development-reform', '发展和改革', office('projects', '投资项目管理')),
  one('industry-it', '工业和信息化', office('industry', '工业运行监测')),
  one('justice', '司法', office('mediation', '人民调解')),
  one('ecology', '生态环境', office('monitoring', '环境监测')),
  one('housing', '住房和城乡建设', office('construction', '建设工程管理')),
  one('transport', '交通运输', office('licensing', '运输许可')),
  one('water', '水利', office('reservoirs', '水库监测')),
  one('commerce', '商务', office('trade', '商务运行')),
  one('culture-tourism', '文化广电和旅游', { key: 'tours', name: '旅游服务', form: 'portal' }),
  one('veterans', '退役军人事务', office('benefits', '优抚管理', true)),
  one('emergency', '应急管理', office('hazards', '隐患排查')),
  one('audit', '审计', office('audits', '审计作业')),
  one('statistics', '统计', office('surveys', '统计调查')),
  one('medical-insurance', '医疗保障', office('insurance', '医保经办', true)),
  one('petitions', '信访', office('letters', '信访管理', true)),
  one('archives', '档案', office('archives', '电子档案')),
  one('forestry', '林业', office('forests', '林地管理')),
  one('urban-management', '城市管理', office('inspection', '城管巡查')),
];

/** Departments by the name of their set. */
export type DepartmentSets = Readonly<Record<string, readonly UsualDepartment[]>>;

/** Sets of departments that `egov new` knows by name. */
export const departmentSets: DepartmentSets = {
  none: [],
  'standard-12': twelve,
  'standard-30': [...twelve, ...eighteenMore],
};
