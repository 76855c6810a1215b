import { rule } from '../lint/rule.ts';
import { cutOffs, type CutOff } from '../sheet/cut-off.ts';
import { inPlace, rowsOn } from './notices.ts';

export const textCutOff = rule<CutOff>({
  code: 'text-cut-off',
  severity: { default: 'warning', strict: 'error' },
  docs: {
    bad: `
      57:
        回答: いいえ
        備考文: 非常時は手順書 #3 に従って停止する
    `,
    good: `
      57:
        回答: いいえ
        備考文: '非常時は手順書 #3 に従って停止する'
    `,
    ja: {
      title: '本文から失われる文字',
      what: 'YAMLの記号として扱われ、書いた本文の一部が失われる箇所を指摘します。空白に続く `#` から行末まで（`# ` と空けたものは通常のコメントです）、先頭の `&…` や `!…`、'
        + '`{ }` の中で引用符も `[ ]` もなく書かれた「,」から後が、これにあたります。',
      why: '備考の一部が、書いた人の気づかないまま相手に届かなくなります。',
      fixes: '本文は全体を引用符で囲み、並べた備考の番号や項番は `[ ]` で囲みます。',
    },
    en: {
      title: 'Text that is cut off',
      what: 'Reports where YAML takes part of a text for its own and loses it: from a ` #` that no space follows (`# ` begins an ordinary comment), '
        + 'an `&…` or `!…` at the beginning, or what follows a comma in `{ }` without quotes or `[ ]`.',
      why: 'Part of a remark does not reach the reader, and nobody notices.',
      fixes: 'Quotes the whole text, or puts remark numbers and references in a row into `[ ]`.',
    },
  },
  *check({ sheet }) {
    for (const cut of cutOffs(sheet)) {
      const args = { text: sheet.document.getText().slice(cut.span.start, cut.span.end) };
      const rows = rowsOn(sheet, cut.span);
      yield { span: cut.span, message: inPlace(sheet, rows[0], cut.span, { key: `text-cut-off.${cut.cause}`, args }), rows, data: cut };
    }
  },
  fixes: ({ data }) => (data.edit ? [
    { title: { key: data.cause === 'list' ? 'fix.make-list' : 'fix.quote' }, edits: [data.edit], preferred: true },
  ] : []),
});
