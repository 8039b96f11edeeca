import { FORMS, kinds, penalty, prose, step, text, type Written } from './builders';

/** Procedure for complaints about service, with its scale of penalties. */
export const SERVICE_COMPANY: Written = {
  title: '服务投诉',
  source: '服务投诉处理办法',
  kinds: kinds({ attitude: '服务态度', ability: '业务能力', efficiency: '办事效率', other: '其他' }),
  causes: ['态度生硬', '业务不熟', '拖延', '推诿', '流程不合理', '沟通不清', '客户误解'],
  steps: [
    step('register', '受理登记', 'register', 'employee hrManager'),
    step('assess', '核实定性', 'assess', 'hrManager generalManager'),
    step('begin', '开始调查', 'work', 'headOfUnit hrManager', { fields: [text('firstSteps', '已做的第一步')] }),
    step('investigate', '调查结果', 'work', 'headOfUnit hrManager', {
      fields: [prose('findings', '调查经过'), text('cause', '原因')],
    }),
    step('propose', '处理意见', 'propose', 'headOfUnit hrManager'),
    step('approve', '批准', 'approve', 'generalManager deputyManager'),
    step('carryOut', '执行', 'carryOut', 'headOfUnit hrManager'),
    step('answer', '答复客户', 'answer', 'headOfUnit hrManager'),
    step('explain', '书面说明', 'explain', 'hrManager'),
    step('feedback', '人事行政部回访', 'feedback', 'hrManager'),
    step('close', '结案归档', 'close', 'hrManager'),
  ],
  limits: [
    { code: 'begin', title: '一个工作日内开始调查', from: { step: 'register' }, to: 'begin', count: 1 },
    { code: 'answer', title: '两个工作日内给客户满意答复', from: { step: 'register' }, to: 'answer', count: 2 },
  ],
  penalties: [
    penalty('fine', '罚款', [30, 100]),
    penalty('notice', '罚款并通报', [200, 200], { points: 5, notice: true }),
    penalty('reprimand', '记过', [300, 300], { points: 10 }),
    penalty('demerit', '记大过，扣发当月绩效', [1000, 1000]),
    penalty('dismissal', '辞退', [0, 0]),
  ],
  penaltyBy: ['headOfUnit'],
  keepYears: 3,
  keepImportantYears: 10,
  forms: FORMS,
};
