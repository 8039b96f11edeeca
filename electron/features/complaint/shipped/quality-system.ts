import { choice, FORMS, kinds, penalty, prose, step, text, type Written, who } from './builders';

/** Procedure for complaints in a quality system: handled again until the client is satisfied. */
export const QUALITY_SYSTEM: Written = {
  title: '质量体系申诉',
  source: '客户申诉处理程序（质量管理体系）',
  kinds: kinds({ direct: '直接申诉（当面、电话）', written: '书面申诉' }),
  causes: ['产品', '交付', '服务', '沟通', '文件'],
  steps: [
    step('register', '受理登记', 'register', 'employee qualityManager'),
    step('assess', '评审', 'assess', 'qualityManager generalManager'),
    step('assign', '明确责任并初步约定', 'assign', 'qualityManager generalManager', {
      fields: [prose('agreement', '与客户的初步约定')],
    }),
    step('investigate', '调查', 'work', 'handler', { fields: [prose('findings', '调查经过'), text('cause', '原因')] }),
    step('report', '向经理报告', 'work', 'handler qualityManager', {
      fields: [who('toWhom', '报告对象'), choice('how', '报告方式', { spoken: '口头', written: '书面' })],
    }),
    step('propose', '处理方案', 'propose', 'handler'),
    step('approve', '批准', 'approve', 'qualityManager generalManager'),
    step('carryOut', '执行', 'carryOut', 'handler'),
    step('answer', '答复客户', 'answer', 'handler qualityManager'),
    step('explain', '书面说明', 'explain', 'qualityManager'),
    step('feedback', '当日回访', 'feedback', 'handler qualityManager employee'),
    step('close', '结案归档', 'close', 'qualityManager'),
  ],
  limits: [
    {
      code: 'responsible',
      title: '一日内明确责任并初步约定',
      from: { step: 'register' },
      to: 'assign',
      count: 1,
      unit: 'days',
    },
    {
      code: 'report',
      title: '调查后三日内报告经理',
      from: { step: 'investigate' },
      to: 'report',
      count: 3,
      unit: 'days',
    },
    { code: 'callBack', title: '答复当日回访', from: { step: 'answer' }, to: 'feedback', count: 0, unit: 'days' },
    { code: 'close', title: '七日内结案', from: { step: 'register' }, to: 'close', count: 7, unit: 'days' },
  ],
  penalties: [penalty('fine', '罚款', [200, 1500])],
  penaltyBy: ['qualityManager', 'generalManager'],
  untilSatisfied: true,
  keepYears: 3,
  keepImportantYears: 10,
  forms: { ...FORMS, register: '客户申诉登记表', handling: '客户申诉处理表' },
};
