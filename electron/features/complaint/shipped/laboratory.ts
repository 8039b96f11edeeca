import { choice, day, FORMS, kinds, prose, step, text, type Written, who, yes } from './builders';

/** Procedure for complaints of a testing laboratory. */
export const LABORATORY: Written = {
  title: '检测申诉',
  source: '检测申诉处理程序',
  kinds: kinds({ general: '一般事务', testData: '检测数据' }),
  causes: ['抽样', '样品运输', '样品保管', '仪器', '检测方法', '人员操作', '数据处理', '报告编制', '服务态度'],
  steps: [
    step('register', '受理登记', 'register', 'employee archivist customerRelationsManager qualityManager', {
      fields: [
        text('reportNo', '报告编号', false),
        day('reportedOn', '报告签发日', false),
        text('sampleNo', '样品编号', false),
      ],
    }),
    step('assess', '申诉评审', 'assess', 'qualityManager generalManager'),
    step('assign', '指定承办人', 'assign', 'qualityManager generalManager'),
    step('records', '复核原始记录和仪器', 'work', 'handler', {
      when: { kinds: ['testData'] },
      fields: [prose('records', '原始记录复核'), prose('instruments', '仪器状态复核')],
    }),
    step('investigate', '调查', 'work', 'handler', {
      when: { kinds: ['general'] },
      fields: [prose('findings', '调查经过'), text('cause', '原因')],
    }),
    step('opinion', '初步意见', 'propose', 'handler', {
      fields: [yes('retest', '需要复检'), text('cause', '原因', false)],
    }),
    step('approve', '质量负责人批准', 'approve', 'qualityManager'),
    step('recode', '样品盲号重新编码', 'work', 'qualityManager', {
      when: { says: { step: 'opinion', field: 'retest', is: true } },
      fields: [
        text('blindCode', '盲样编号'),
        choice('sample', '样品', { original: '原样', resampled: '重新抽样' }),
        choice('why', '用该样品的理由', { kept: '原样完好', sampling: '抽样失误', transport: '运输失误' }),
        who('recoder', '编码人'),
      ],
    }),
    step('retest', '两人同时复检', 'work', 'qualityManager', {
      when: { says: { step: 'opinion', field: 'retest', is: true } },
      fields: [
        who('firstTester', '复检人一'),
        who('secondTester', '复检人二', 'firstTester'),
        prose('result', '复检结果'),
        choice('verdict', '结论', { upheld: '维持原报告', withdrawn: '撤回原报告' }),
      ],
    }),
    step('withdraw', '撤回报告并发更正报告', 'work', 'qualityManager', {
      when: { says: { step: 'retest', field: 'verdict', is: 'withdrawn' } },
      fields: [
        yes('voidStamped', '原报告已盖作废章'),
        text('correctedNo', '更正报告编号'),
        text('changeMark', '更改标识'),
        text('nonconformity', '不符合项编号'),
        text('correctiveAction', '纠正措施编号'),
      ],
    }),
    step('carryOut', '执行', 'carryOut', 'handler qualityManager'),
    step('answer', '答复客户', 'answer', 'handler qualityManager customerRelationsManager'),
    step('explain', '书面说明', 'explain', 'qualityManager customerRelationsManager'),
    step('feedback', '客户反馈', 'feedback', 'employee customerRelationsManager qualityManager'),
    step('close', '结案归档', 'close', 'qualityManager'),
  ],
  limits: [
    {
      code: 'objection',
      title: '报告签发后十日内提出',
      from: { day: 'reportedOn' },
      to: 'register',
      count: 10,
      unit: 'days',
    },
    {
      ...{
        code: 'result',
        title: '受理后十五日内答复',
        from: { step: 'assess' },
        to: 'answer',
        count: 15,
        unit: 'days' as const,
      },
      when: { urgent: false },
    },
    {
      ...{ code: 'urgent', title: '紧急申诉三个工作日内答复', from: { step: 'assess' }, to: 'answer', count: 3 },
      when: { urgent: true },
    },
  ],
  keepYears: 6,
  keepImportantYears: 10,
  forms: { ...FORMS, register: '申诉受理单', handling: '申诉处理单', reply: '申诉答复函' },
};
