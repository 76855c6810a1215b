import type { MessageKey } from '../l10n/translate.ts';
import { rule } from '../lint/rule.ts';
import type { Edit, Expected } from '../sheet/notices.ts';
import { noticed, rowsOf } from './notices.ts';

export const wrongShape = rule<{ edits: Edit[] }>({
  code: 'wrong-shape',
  severity: { default: 'error', strict: 'error' },
  *check(context) {
    for (const notice of noticed(context, 'shape')) {
      const key = notice.place === 'sheet' ? 'wrong-shape.sheet' : messages[notice.expected];
      yield { span: notice.span, message: { key, args: { place: notice.place } }, rows: rowsOf(notice), data: { edits: notice.edits ?? [] } };
    }
  },
  fixes: ({ data }) => [{ title: { key: 'fix.make-list' }, edits: data.edits, preferred: true }],
});

const messages: Record<Expected, MessageKey> = {
  map: 'wrong-shape.map',
  text: 'wrong-shape.text',
  answer: 'wrong-shape.answer',
  options: 'wrong-shape.options',
  list: 'wrong-shape.list',
  empty: 'wrong-shape.text',
};
