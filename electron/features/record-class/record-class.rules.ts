/** The numbers of business dossiers run on through the years (鸿借字第001号), those of the other classes begin anew each year. */
const RUNNING = '{short}{type}字第{seq:3}号';
const YEARLY = '{short}{type}字〔{year}〕第{seq:3}号';

/** The classes of a new company: the kinds of business, and what is filed without a project (SPEC, section 3). */
export const SHIPPED_CLASSES = [
  { code: 'loan', name: '借款', word: '借', pattern: RUNNING, yearly: false, retention: 'y30' },
  { code: 'guarantee', name: '担保', word: '保', pattern: RUNNING, yearly: false, retention: 'y30' },
  { code: 'other', name: '其他业务', word: '档', pattern: RUNNING, yearly: false, retention: 'y30' },
  { code: 'complaintCase', name: '投诉案卷', word: '诉', pattern: YEARLY, yearly: true, retention: 'y10' },
  { code: 'clientFile', name: '客户档案', word: '客', pattern: YEARLY, yearly: true, retention: 'y30' },
  { code: 'rules', name: '制度文件', word: '制', pattern: YEARLY, yearly: true, retention: 'permanent' },
  { code: 'purchasing', name: '采购档案', word: '采', pattern: YEARLY, yearly: true, retention: 'y10' },
  { code: 'research', name: '调研报告', word: '研', pattern: YEARLY, yearly: true, retention: 'y30' },
  { code: 'personnel', name: '人事档案', word: '人', pattern: YEARLY, yearly: true, retention: 'y30' },
  { code: 'misc', name: '综合档案', word: '综', pattern: YEARLY, yearly: true, retention: 'y10' },
] as const;
