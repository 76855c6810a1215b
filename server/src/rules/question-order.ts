import { sortQuestions } from '../edits/sort.ts';
import { rule } from '../lint/rule.ts';

export const questionOrder = rule<null>({
  code: 'question-order',
  severity: { default: 'hint', strict: 'hint' },
  docs: {
    bad: `
      4: はい
      3: はい
    `,
    good: `
      3: はい
      4: はい
    `,
    ja: {
      title: '設問の順序',
      what: '設問が様式の順に並んでいないときに、最初の1か所で指摘します。',
      why: 'プレビューや出力は様式の順に並びます。ファイルも同じ順であれば、様式と照らし合わせた見直しや、版どうしの比較が楽になります。',
      fixes: '設問を様式の順に並べ替えます。設問に付けたコメントも一緒に移ります。波かっこの中の設問の間にコメントがあるときは、どの設問のものか決められないため、並べ替えません。',
    },
    en: {
      title: 'Order of questions',
      what: "Reports, once, that the questions do not stand in the form's order.",
      why: 'Preview and export follow the form. A file in the same order is easier to review against it and to compare.',
      fixes: "Sorts the questions into the form's order. Their comments travel with them; where comments stand between questions in braces, nobody can say whose they are, and nothing is sorted.",
    },
  },
  *check({ sheet }) {
    let latest = -1;
    let before = '';
    for (const entry of sheet.answers) {
      if (!entry.row || entry.question) continue;
      if (entry.row.order < latest) {
        yield { span: entry.key.span, message: { key: 'question-order.message', args: { row: entry.id, before } }, rows: [entry.id], data: null };
        return;
      }
      latest = entry.row.order;
      before = entry.id;
    }
  },
  fixes: (_draft, { sheet }) => [{ title: { key: 'fix.sort' }, edits: sortQuestions(sheet), preferred: true }],
});
