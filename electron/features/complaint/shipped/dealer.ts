import { day, FORMS, kinds, prose, step, text, type Written, who, yes } from './builders';

/** Procedure for complaints of a vehicle dealer. */
export const DEALER: Written = {
  title: '汽车销售服务投诉',
  source: '客户投诉管理程序（汽车销售服务）',
  kinds: kinds({
    productQuality: '产品质量',
    salesContract: '销售合同',
    repairQuality: '维修质量',
    serviceQuality: '服务质量',
    proposal: '建议和意见',
  }),
  causes: ['产品缺陷', '合同条款', '维修工艺', '配件', '服务态度', '等待时间', '客户误解'],
  steps: [
    step('register', '受理登记', 'register', 'employee customerRelationsManager', {
      fields: [text('plateNo', '车牌号')],
    }),
    step('assess', '分级', 'assess', 'customerRelationsManager departmentHead generalManager'),
    step('report', '立即上报部门主管和总经理', 'work', 'customerRelationsManager departmentHead', {
      when: { major: true },
      fields: [who('head', '告知的部门主管'), who('manager', '告知的总经理')],
    }),
    step('meeting', '紧急会议记录', 'work', 'departmentHead generalManager customerRelationsManager', {
      when: { major: true },
      fields: [day('metOn', '会议日期'), text('present', '参加人'), prose('minutes', '会议记录')],
    }),
    step('assign', '指定承办人', 'assign', 'customerRelationsManager departmentHead generalManager'),
    step('investigate', '调查', 'work', 'handler', { fields: [prose('findings', '调查经过'), text('cause', '原因')] }),
    step('propose', '处理方案', 'propose', 'handler departmentHead'),
    step('approve', '总经理批准', 'approve', 'generalManager'),
    step('carryOut', '执行', 'carryOut', 'handler'),
    step('answer', '告知客户', 'answer', 'handler customerRelationsManager'),
    step('prevention', '预防措施', 'work', 'handler departmentHead', {
      when: { major: true },
      fields: [prose('measures', '措施'), who('supervisor', '监督人'), day('by', '完成期限')],
    }),
    step('preventionCheck', '预防措施检查', 'work', 'departmentHead generalManager', {
      when: { major: true },
      fields: [day('checkedOn', '检查日期'), prose('checked', '检查结果'), yes('effective', '有效')],
    }),
    step('explain', '书面说明', 'explain', 'customerRelationsManager departmentHead'),
    step('feedback', '客户反馈', 'feedback', 'customerRelationsManager employee'),
    step('close', '结案归档', 'close', 'customerRelationsManager departmentHead generalManager'),
  ],
  limits: [
    { code: 'solution', title: '一个工作日内拿出方案', from: { step: 'register' }, to: 'propose', count: 1 },
    {
      ...{ code: 'atOnce', title: '重大投诉当日上报', from: { step: 'register' }, to: 'report', count: 0 },
      when: { major: true },
    },
  ],
  keepYears: 3,
  keepImportantYears: 10,
  forms: { ...FORMS, register: '客户投诉受理单', handling: '客户投诉处理单' },
};
