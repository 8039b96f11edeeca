import type { PlainList } from '../../../shared/api/export.contract';
import type { Form, FormData } from '../../../shared/api/print.contract';

/** Forms are Chinese in every language of the window, and so are the names of their files. */
const TITLES: Readonly<Record<Exclude<Form, 'office-list'>, string>> = {
  'volume-list': '卷内文件目录',
  'handover-list': '档案移交清单',
  'title-handover': '权证移交清单',
  'supplement-list': '补充资料清单',
  'late-statistics': '移交逾期统计表',
  'dossier-cover': '案卷封面',
  'note-sheet': '备考表',
  'spine-label': '案卷脊背',
  'dossier-labels': '案卷标签',
  'box-labels': '盒标签',
  'appraisal-list': '档案鉴定意见表',
  'destruction-list': '档案销毁清册',
  'transfer-list': '档案移出清单',
  'title-in': '权证入库单',
  'title-out': '权证出库单',
  'title-lending': '权证领用表',
  'title-release': '权证退还凭据',
  'title-list': '权证台账',
  'title-register': '权证登记簿',
  'staff-handover': '人员交接清单',
  'contact-letter': '联系人变更函',
  'safe-keys': '钥匙密码登记',
  'safe-openings': '保险柜开启登记',
  'safe-closing': '保险柜日结单',
  stocktake: '权证盘点表',
  'counting-sheet': '权证清点单',
  'borrowing-slip': '档案资料出借单',
  'out-card': '代卷卡',
  'complaint-register': '投诉登记表',
  'complaint-handling': '投诉处理表',
  'complaint-reply': '投诉答复函',
  'complaint-feedback': '客户反馈表',
  'complaint-statistics': '投诉统计表',
  'penalty-notice': '奖惩通知单',
  rehearsal: '恢复演练记录',
  'backup-key': '备份私钥',
  'recall-notice': '催还通知单',
  'borrowing-statistics': '借阅统计表',
  ledger: '档案台账',
  'handover-register': '移交登记表',
  'client-list': '客户一览表',
  'project-list': '项目一览表',
  'number-register': '档号登记表',
  'place-list': '存放位置一览表',
  'due-list': '到期档案一览表',
  attachment: '附件',
};

const PLAIN_TITLES: Readonly<Record<PlainList['name'], string>> = {
  steps: '移交期限明细表',
  extensions: '延期申请登记表',
  supplements: '补充资料登记表',
  titleHandovers: '权证移交登记表',
  staff: '人员一览表',
  disposals: '鉴定销毁移出登记表',
  slips: '权证出入库单一览表',
  staffHandovers: '人员交接登记表',
  audit: '操作日志',
  borrowings: '借阅登记表',
  lent: '借出明细表',
  recalls: '催还登记表',
  complaints: '投诉一览表',
  countedComplaints: '投诉明细表',
  penalties: '奖惩登记表',
  compensations: '赔偿登记表',
  recordClasses: '档案门类一览表',
  retentions: '保管期限表',
  checklists: '档案清单一览表',
  checklist: '档案清单',
  specialDays: '放假与调休安排表',
  borrowingTerms: '借阅期限表',
  imports: '台账导入登记表',
  backups: '备份登记表',
  stocktakes: '权证盘点一览表',
  contents: '柜内权证一览表',
  closings: '保险柜日结一览表',
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const FORBIDDEN = /[\\/:*?"<>|\u0000-\u001f]/g;
/** Bytes of UTF-8 that every file system takes, less the ending. */
const MAX_BYTES = 200;

/** A name for the PDF that Windows, FAT sticks and Linux take alike: form, number, title. */
export function fileNameOf(data: FormData): string {
  const [number, title] = numberAndTitle(data);
  const form = data.form === 'office-list' ? PLAIN_TITLES[data.asked.name] : TITLES[data.form];
  const name = `${form} ${number} ${title}`.replace(FORBIDDEN, ' ').replace(/\s+/g, ' ');
  return `${within(name, MAX_BYTES).trim()}.pdf`;
}

function within(text: string, bytes: number): string {
  const letters = [...text];
  while (Buffer.byteLength(letters.join('')) > bytes) letters.pop();
  return letters.join('');
}

function numberAndTitle(data: FormData): [string, string] {
  switch (data.form) {
    case 'attachment':
      return [data.attachment.number ?? data.frame.barcode, data.attachment.name.replace(/\.\w+$/, '')];
    case 'handover-list':
      return [data.handover.no, data.handover.dossier];
    case 'title-handover':
      return [data.titleHandover.no, data.titleHandover.project];
    case 'rehearsal':
      return [data.rehearsal.name, data.frame.printedOn];
    case 'late-statistics':
      return [String(data.year), ''];
    case 'appraisal-list':
    case 'destruction-list':
    case 'transfer-list':
      return [data.disposal.no, data.disposal.receiver];
    case 'title-in':
    case 'title-out':
    case 'title-lending':
    case 'title-release':
      return [data.slip.no, data.slip.party];
    case 'title-register':
      return [`${data.register.from} ${data.register.to}`, data.register.safe ?? ''];
    case 'supplement-list':
      return [data.supplement.no, data.supplement.dossier];
    case 'staff-handover':
      return [data.staffHandover.no, data.staffHandover.from];
    case 'stocktake':
    case 'counting-sheet':
      return [data.stocktake.no, ''];
    case 'borrowing-slip':
    case 'out-card':
      return [data.borrowing.no ?? '', data.borrowing.borrower];
    case 'complaint-register':
    case 'complaint-handling':
    case 'complaint-reply':
    case 'complaint-feedback':
      return [data.complaint.no, data.complaint.client ?? data.complaint.complainant ?? ''];
    case 'recall-notice':
      return [data.notes[0]?.no ?? '', data.notes.length === 1 ? (data.notes[0]?.borrower ?? '') : ''];
    case 'borrowing-statistics':
      return [`${data.statistics.from} ${data.statistics.to}`, ''];
    case 'penalty-notice':
      return [data.penalty.no, data.penalty.person];
    case 'complaint-statistics':
      return [`${data.complaints.from} ${data.complaints.to}`, data.complaints.procedure ?? ''];
    case 'safe-keys':
      return [data.safe.name, data.frame.printedOn];
    case 'safe-closing':
      return [data.closing.safe, data.closing.day];
    case 'contact-letter':
      return [data.letters[0]?.no ?? '', data.letters[0]?.from ?? ''];
    case 'volume-list':
    case 'dossier-cover':
    case 'note-sheet':
      return [data.dossier.archiveNo ?? data.frame.barcode, data.dossier.title];
    default:
      return [data.frame.printedOn, ''];
  }
}
