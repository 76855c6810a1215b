import { rule } from '../lint/rule.ts';
import type { Span } from '../sheet/model.ts';
import { textsOf } from '../sheet/texts.ts';
import { suspiciousCharacters } from '../text/suspicious.ts';

export const suspiciousCharacter = rule<{ spans: Span[] }>({
  code: 'suspicious-character',
  severity: { default: 'warning', strict: 'error' },
  *check({ sheet }) {
    for (const { text, rows, kind } of textsOf(sheet)) {
      if (kind === 'header' || kind === 'other') continue;
      const source = sheet.document.getText().slice(text.span.start, text.span.end);
      const found = suspiciousCharacters(source, text.style === 'block' || /[\r\n]/.test(source));
      if (found.length === 0) continue;
      const spans = found.map(({ start, end }) => ({ start: text.span.start + start, end: text.span.start + end }));
      const codes = [...new Set(found.map((one) => one.code))].join('、');
      yield { span: spans[0]!, message: { key: 'suspicious-character.message', args: { codes, count: found.length } }, rows, data: { spans } };
    }
  },
  fixes: ({ data }) => [{ title: { key: 'fix.remove-characters' }, edits: data.spans.map((span) => ({ span, text: '' })), preferred: true }],
});
