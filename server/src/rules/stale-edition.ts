import { rule } from '../lint/rule.ts';
import { remarkSources } from '../sheet/texts.ts';
import { inPlace } from './notices.ts';

export const staleEdition = rule<null>({
  code: 'stale-edition',
  severity: { default: 'info', strict: 'warning' },
  docs: {
    bad: `
      3:
        回答: はい
        備考文: 医療情報システムの安全管理に関するガイドライン第5.1版に沿って責任者を置いている
    `,
    good: `
      3:
        回答: はい
        備考文: 医療情報システムの安全管理に関するガイドライン第5.2版に沿って責任者を置いている
    `,
    ja: {
      title: '準拠版と異なる版の記載',
      what: '備考に、様式が準拠するガイドラインの別の版が書かれているときに指摘します。運用管理規程の第2版のような、ほかの文書の版は指摘しません。',
      why: '版によって項番や内容が違うため、どの版に基づく回答なのかが分からなくなります。',
    },
    en: {
      title: 'Another edition of the guideline',
      what: 'Reports a remark that names another edition of the guideline that the form is based on. Editions of other documents are not reported.',
      why: 'Items and wording differ between editions, so readers do not know which one an answer is based on.',
    },
  },
  *check({ sheet }) {
    if (!sheet.guideline) return;
    for (const { start: from, source, rows } of remarkSources(sheet)) {
      for (const { start, end, edition } of sheet.guideline.namesOtherEdition(source)) {
        yield {
          span: { start: from + start, end: from + end },
          message: inPlace(sheet, rows[0], { start: from + start, end: from + end }, { key: 'stale-edition.message', args: { edition, own: sheet.guideline.data.edition } }),
          rows,
          data: null,
        };
      }
    }
  },
});
