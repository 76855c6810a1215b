import { rule } from '../lint/rule.ts';
import { isCutOff, losesText } from '../sheet/cut-off.ts';
import { isPlaceholder } from '../text/placeholder.ts';
import { shortened } from '../text/shortened.ts';
import { lacksRemark } from './missing-remark.ts';
import { misshapen } from './notices.ts';

export const emptyRemark = rule<null>({
  code: 'empty-remark',
  severity: { default: 'warning', strict: 'error' },
  restsOnAbsence: true,
  docs: {
    bad: `
      21:
        回答: はい
        備考文: TODO
    `,
    good: `
      21:
        回答: はい
        備考文: 送付するファイルは送信前に無害化する
    `,
    ja: {
      title: '本文のない備考',
      what: '備考文や「備考記載欄」の備考が空のとき、または TODO、TBD、要記入、…、○○ のような書きかけの印のときに指摘します。',
      why: '書きかけのまま出力され、相手に届いてしまいます。',
    },
    en: {
      title: 'Remark without text',
      what: 'Reports a remark, in a row or in 備考記載欄, that is empty or only holds the place of a text: TODO, TBD, 要記入, …, ○○.',
      why: 'It is exported as it stands and reaches the reader unfinished.',
    },
  },
  *check(context) {
    const { sheet } = context;
    const { placeholders, answer } = sheet.catalogue.dialect;
    const empty = (text: string | undefined): boolean => text === undefined || isPlaceholder(text, placeholders);
    for (const entry of sheet.answers) {
      if (!entry.remarkKey || !empty(entry.remark?.value)) continue;
      if (!entry.remark && (lacksRemark(context, entry) || losesText(sheet, entry.remarkKey) || misshapen(sheet, entry.span, answer.remark.key))) continue;
      const args = { row: entry.id, key: answer.remark.key, written: shortened(entry.remark?.value ?? '') };
      yield { span: (entry.remark ?? entry.remarkKey).span, message: { key: args.written === '' ? 'empty-remark.row' : 'empty-remark.row-placeholder', args }, rows: [entry.id], data: null };
    }
    for (const remark of sheet.remarks) {
      if (!empty(remark.text?.value)) continue;
      if (!remark.text && (losesText(sheet, remark.key) || isCutOff(sheet, remark.key.span) || misshapen(sheet, remark.span))) continue;
      const args = { remark: remark.id, written: shortened(remark.text?.value ?? '') };
      yield { span: (remark.text ?? remark.key).span, message: { key: args.written === '' ? 'empty-remark.entry' : 'empty-remark.entry-placeholder', args }, data: null };
    }
  },
});
