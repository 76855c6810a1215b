import { addRemark } from '../edits/remarks.ts';
import { writeScalar } from '../edits/scalar.ts';
import { rule, type Fix } from '../lint/rule.ts';
import type { AnswerEntry, Cite } from '../sheet/model.ts';
import { isRemarkNumber, remarkId } from '../sheet/remarks.ts';
import { fold } from '../text/fold.ts';
import { isSuspicious, withoutSuspicious } from '../text/suspicious.ts';
import { shortened } from '../text/shortened.ts';
import { citeMeant } from './cite-meant.ts';
import { citeFixes } from './cite-fixes.ts';
import { expects } from './notices.ts';

export const danglingRemark = rule<{ entry: AnswerEntry; cite: Cite }>({
  code: 'dangling-remark',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      19:
        回答: はい
        備考: 9
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
      title: '存在しない備考の引用',
      what: '「備考」に書かれた番号や名前が、「備考記載欄」にないときに指摘します。',
      why: '読む人は、引用された説明を見つけることができません。',
      fixes: 'その備考を「備考記載欄」に追加する、番号の代わりに文が書かれていれば「備考文」に変える、「1,2」のように並べた番号をリストにする、「備考1」「無し」などを番号や「なし」に直す、すでにある備考を引用する、のどれかを行います。追加した備考の本文は「要記入」となるので、書き換えてください。',
    },
    en: {
      title: 'Remark that does not exist',
      what: 'Reports a number or name in 備考 that 備考記載欄 does not have.',
      why: 'Readers cannot find the explanation that is cited.',
      fixes: 'Adds the entry to 備考記載欄, turns text that stands in place of a number into 備考文, makes a list of numbers such as “1,2”, replaces what stands for a number or for none (備考1, 無し), or cites an entry that is there. A new entry says 要記入: replace it.',
    },
  },
  restsOnAbsence: true,
  *check({ sheet }) {
    if (expects(sheet, 'remarks')) return;
    // Entries that only characters nobody sees keep from being cited.
    const unseen = new Set(sheet.remarks.map(({ key }) => key.value).filter((key) => isSuspicious(key)).map((key) => fold(withoutSuspicious(key))));
    for (const entry of sheet.answers) {
      // What an alias stands for is reported where it is written.
      if (entry.shape === 'other') continue;
      for (const cite of entry.cites) {
        if (cite.entry || isSuspicious(cite.text.value) || unseen.has(fold(cite.text.value))) continue;
        yield {
          span: cite.text.span,
          message: { key: 'dangling-remark.message', args: { row: entry.id, remark: shortened(cite.text.value), table: sheet.catalogue.dialect.sheet.remarks.key } },
          rows: [entry.id],
          data: { entry, cite },
        };
      }
    }
  },
  fixes({ data: { entry, cite } }, { sheet }) {
    const { dialect } = sheet.catalogue;
    const id = remarkId(cite.text.value.trim());
    const addition: Fix = {
      title: { key: 'fix.add-remark', args: { remark: shortened(id), table: dialect.sheet.remarks.key } },
      edits: id.includes('\n') ? [] : addRemark(sheet, id, dialect.placeholder),
    };
    const move: Fix = {
      title: { key: 'fix.make-remark-text', args: { key: dialect.answer.remark.key } },
      edits: isRemarkNumber(id) || entry.remarkKey || entry.cites.length > 1 || !entry.citesKey || isList(entry)
        ? [] : [{ span: entry.citesKey.span, text: dialect.answer.remark.key }],
      preferred: true,
    };
    const likely = citeMeant(sheet, cite, entry.cites.length === 1 && !isList(entry));
    const others = citeFixes(sheet, entry, (key) => [{ span: cite.text.span, text: writeScalar(key, 'flow') }]);
    if (likely) return [likely, ...(likely.title.key === 'fix.cite-none' ? [{ ...move, preferred: false }] : []), ...others];
    return [move, addition, ...others];
  },
});

function isList(entry: AnswerEntry): boolean {
  return entry.citesSpan !== undefined && entry.citesSpan.start !== entry.cites[0]!.text.span.start;
}
