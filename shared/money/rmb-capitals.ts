const DIGITS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'] as const;
const PLACES = ['', '拾', '佰', '仟'] as const;
/** Groups of four digits; an amount has three at most (shared/api/fields.ts). */
const GROUPS = ['', '万', '亿'] as const;

/** Up to 9999 in capitals, with 零 where digits are left out within: 1005 → 壹仟零伍. */
function group(number: number): string {
  let words = '';
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (digit === 0) {
      gap = words !== '';
      continue;
    }
    words += (gap ? '零' : '') + DIGITS[digit] + PLACES[place];
    gap = false;
  }
  return words;
}

function whole(yuan: number): string {
  const parts = [...GROUPS.keys()].map((i) => Math.floor(yuan / 10_000 ** i) % 10_000);
  let words = '';
  let gap = false;
  for (const [i, part] of [...parts.entries()].reverse()) {
    if (part === 0) {
      gap = words !== '';
      continue;
    }
    // Whoever reads 壹万零伍元 knows that no digit was put between.
    const zero = words !== '' && (gap || part < 1000) ? '零' : '';
    words += zero + group(part) + GROUPS[i];
    gap = false;
  }
  return words;
}

/**
 * An amount in fen as receipts write it: 180000000 → 壹佰捌拾万元整, 1000050 → 壹万元零伍角整. By the rules for bills (支付结算办法,
 * annex 1): 整 after yuan or jiao, 零 for what is missing between.
 */
export function rmbCapitals(fen: number): string {
  const yuan = Math.floor(fen / 100);
  const jiao = Math.floor(fen / 10) % 10;
  const rest = fen % 10;
  const head = yuan > 0 ? `${whole(yuan)}元` : '';
  if (jiao === 0 && rest === 0) return head === '' ? '零元整' : `${head}整`;
  const zero = head !== '' && (jiao === 0 || yuan % 10 === 0) ? '零' : '';
  return head + zero + (jiao > 0 ? `${DIGITS[jiao]}角` : '') + (rest > 0 ? `${DIGITS[rest]}分` : '整');
}
