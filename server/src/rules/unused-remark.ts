import { removeEntry } from '../edits/remove.ts';
import { rule } from '../lint/rule.ts';
import { cutOffs, isCutOff } from '../sheet/cut-off.ts';
import type { RemarkEntry } from '../sheet/model.ts';
import { isSuspicious } from '../text/suspicious.ts';
import { citesInAnswer } from './cites-said.ts';

export const unusedRemark = rule<RemarkEntry>({
  code: 'unused-remark',
  severity: { default: 'warning', strict: 'warning' },
  docs: {
    bad: `
      19: はい
      備考記載欄:
        1: ウイルス対策ソフトの定義ファイルを毎日更新している
    `,
    good: `
      19:
        回答: はい
        備考: 1
      備考記載欄:
        1: ウイルス対策ソフトの定義ファイルを毎日更新している
    `,
    ja: {
      title: 'どの設問からも引用されていない備考',
      what: '「備考記載欄」の備考を、どの設問も引用していないときに指摘します。',
      why: 'どの回答の説明なのか、読む人に分かりません。引用のし忘れか、古い備考の残りかもしれません。',
      fixes: 'その備考を「備考記載欄」から取り除きます。',
    },
    en: {
      title: 'Remark that no question cites',
      what: 'Reports an entry of 備考記載欄 that no row cites.',
      why: 'Readers do not know which answer it explains. Either a citation was forgotten, or the remark is a leftover.',
      fixes: 'Removes the entry from 備考記載欄.',
    },
  },
  restsOnAbsence: true,
  *check({ sheet }) {
    const cited = new Set<RemarkEntry | undefined>();
    for (const entry of sheet.answers) {
      for (const cite of entry.cites) cited.add(cite.entry);
      for (const key of citesInAnswer(sheet, entry)) cited.add(sheet.remark(key));
    }
    const text = sheet.document.getText();
    const lost = cutOffs(sheet).filter((cut) => cut.cause === 'list').flatMap(({ span }) => text.slice(span.start, span.end).split(',')).map((key) => sheet.remark(key));
    for (const remark of sheet.remarks) {
      if (cited.has(remark) || lost.includes(remark) || sheet.remark(remark.key.value) !== remark) continue;
      if (isCutOff(sheet, remark.key.span) || isSuspicious(remark.key.value)) continue;
      yield { span: remark.key.span, message: { key: 'unused-remark.message', args: { remark: remark.id } }, data: remark };
    }
  },
  fixes: ({ data }, { sheet }) => [
    { title: { key: 'fix.remove-remark', args: { remark: data.id } }, edits: removeEntry(sheet, data.key, data.span) },
  ],
});
