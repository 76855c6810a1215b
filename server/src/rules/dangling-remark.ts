import { addRemark } from '../edits/remarks.ts';
import { rule, type Fix } from '../lint/rule.ts';
import type { AnswerEntry, Cite } from '../sheet/model.ts';
import { isRemarkNumber, remarkId } from '../sheet/remarks.ts';
import { suspiciousCharacters } from '../text/suspicious.ts';
import { shortened } from './missing-remark.ts';

const OFFERED = 9;

export const danglingRemark = rule<{ entry: AnswerEntry; cite: Cite }>({
  code: 'dangling-remark',
  severity: { default: 'error', strict: 'error' },
  restsOnAbsence: true,
  *check({ sheet }) {
    for (const entry of sheet.answers) {
      for (const cite of entry.cites) {
        if (cite.entry || suspiciousCharacters(cite.text.value, false).length > 0) continue;
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
      edits: isRemarkNumber(id) || entry.remarkKey || entry.cites.length > 1 || !entry.citesKey || isList(sheet.document.getText(), entry)
        ? [] : [{ span: entry.citesKey.span, text: dialect.answer.remark.key }],
      preferred: true,
    };
    const cites = sheet.remarks.filter((remark) => remark.text).slice(0, OFFERED).map((remark): Fix => ({
      title: { key: 'fix.cite-remark', args: { remark: remark.id, text: shortened(remark.text!.value) } },
      edits: [{ span: cite.text.span, text: remark.id }],
    }));
    return [move, addition, ...cites];
  },
});

function isList(text: string, entry: AnswerEntry): boolean {
  return entry.citesSpan !== undefined && entry.citesSpan.start !== entry.cites[0]!.text.span.start && text.length > 0;
}
