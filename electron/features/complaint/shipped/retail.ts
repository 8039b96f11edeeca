import { day, FORMS, kinds, prose, step, text, type Written, who, yes } from './builders';

/** Service standards of shops: complaints. */
export const RETAIL: Written = {
  title: '门店投诉',
  source: '门店服务规范（投诉）',
  kinds: kinds({ goods: '商品', service: '服务', other: '其他' }),
  causes: ['商品质量', '维修', '服务态度', '等待时间', '价格', '其他'],
  steps: [
    step('register', '接待登记', 'register', 'employee customerRelationsManager departmentHead', {
      fields: [text('itemCode', '商品编号', false), day('nextAnswerOn', '承诺下次答复日')],
    }),
    step('assess', '分级', 'assess', 'departmentHead customerRelationsManager generalManager'),
    step('report', '重大投诉立即上报', 'work', 'departmentHead customerRelationsManager employee', {
      when: { major: true },
      fields: [who('toWhom', '上报对象')],
    }),
    step('assign', '指定承办人', 'assign', 'departmentHead customerRelationsManager'),
    step('checks', '五项自查', 'work', 'handler', {
      fields: [
        yes('listened', '耐心倾听'),
        yes('asked', '问清情况'),
        yes('followedUp', '跟进处理'),
        yes('answered', '按时答复'),
        yes('recorded', '完整记录'),
        text('cause', '原因'),
      ],
    }),
    step('propose', '处理方案', 'propose', 'handler'),
    step('approve', '批准', 'approve', 'departmentHead generalManager deputyManager'),
    step('carryOut', '执行', 'carryOut', 'handler', { fields: [prose('goods', '商品处理', false)] }),
    step('answer', '答复客户', 'answer', 'handler'),
    step('explain', '书面说明', 'explain', 'departmentHead customerRelationsManager'),
    step('feedback', '客户反馈', 'feedback', 'handler employee customerRelationsManager'),
    step('close', '结案归档', 'close', 'departmentHead customerRelationsManager'),
  ],
  limits: [
    { code: 'promised', title: '按承诺日答复', from: { step: 'register' }, to: 'answer', promised: 'nextAnswerOn' },
    {
      ...{
        code: 'atOnce',
        title: '重大投诉当日上报',
        from: { step: 'register' },
        to: 'report',
        count: 0,
        unit: 'days' as const,
      },
      when: { major: true },
    },
  ],
  keepYears: 2,
  keepImportantYears: 5,
  forms: FORMS,
};
