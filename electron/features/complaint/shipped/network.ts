import { choice, day, FORMS, kinds, prose, step, text, type Written, yes } from './builders';

/** Procedure for complaints in a distribution network of two levels. */
export const NETWORK: Written = {
  title: '分级投诉',
  source: '客户投诉分级处理办法（经销网络）',
  kinds: kinds({ inquiry: '咨询', suggestion: '建议', complaint: '投诉' }),
  causes: ['违规', '一般差错', '客户自身原因'],
  steps: [
    step('register', '登记', 'register', 'employee customerRelationsManager departmentHead', {
      fields: [
        yes('ownArea', '属本单位辖区'),
        { ...day('promisedOn', '承诺答复日', false), neededFor: ['suggestion'] },
      ],
    }),
    step('passOn', '转送有管辖的单位', 'work', 'customerRelationsManager departmentHead employee', {
      when: { says: { step: 'register', field: 'ownArea', is: false } },
      fields: [
        text('unit', '转送单位'),
        choice('level', '单位层级', { head: '总部', branch: '下级单位' }),
        day('passedOn', '转送日期'),
      ],
    }),
    step('assess', '分级', 'assess', 'customerRelationsManager departmentHead generalManager'),
    step('assign', '指定承办人', 'assign', 'customerRelationsManager departmentHead'),
    step('investigate', '调查', 'work', 'handler', {
      when: { kinds: ['complaint'] },
      fields: [
        prose('findings', '调查经过'),
        choice('cause', '责任性质', { violation: '违规', fault: '一般差错', own: '客户自身原因' }),
      ],
    }),
    step('propose', '处理方案', 'propose', 'handler'),
    step('approve', '批准', 'approve', 'departmentHead generalManager deputyManager'),
    step('carryOut', '执行', 'carryOut', 'handler', { when: { kinds: ['complaint', 'suggestion'] } }),
    step('answer', '答复客户', 'answer', 'handler customerRelationsManager'),
    step('explain', '书面说明', 'explain', 'customerRelationsManager departmentHead'),
    step('spotCheck', '总部抽查', 'work', 'generalManager deputyManager customerRelationsManager', {
      required: false,
      fields: [prose('checked', '抽查情况'), yes('right', '处理得当')],
    }),
    step('feedback', '客户反馈', 'feedback', 'customerRelationsManager employee'),
    step('close', '结案归档', 'close', 'customerRelationsManager departmentHead'),
  ],
  limits: [
    {
      ...{ code: 'inquiry', title: '咨询二十四小时内答复', from: { step: 'register' }, to: 'answer', count: 24 },
      ...{ unit: 'hours' as const, when: { kinds: ['inquiry'] } },
    },
    {
      ...{
        code: 'suggestion',
        title: '建议按承诺日答复',
        from: { step: 'register' },
        to: 'answer',
        promised: 'promisedOn',
      },
      when: { kinds: ['suggestion'] },
    },
    {
      ...{ code: 'complaint', title: '投诉三个工作日内答复', from: { step: 'register' }, to: 'answer', count: 3 },
      when: { kinds: ['complaint'], urgent: false },
    },
    {
      ...{ code: 'special', title: '特殊投诉七个工作日内答复', from: { step: 'register' }, to: 'answer', count: 7 },
      when: { kinds: ['complaint'], urgent: true },
    },
  ],
  urgentMeans: '特殊投诉',
  keepYears: 1,
  keepImportantYears: 5,
  forms: FORMS,
};
