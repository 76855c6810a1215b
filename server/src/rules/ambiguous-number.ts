import { rule } from '../lint/rule.ts';
import type { Text } from '../sheet/model.ts';
import { textsOf } from '../sheet/texts.ts';

export const ambiguousNumber = rule<Text>({
  code: 'ambiguous-number',
  severity: { default: 'hint', strict: 'hint' },
  *check({ sheet }) {
    for (const { text, rows } of textsOf(sheet)) {
      if (text.style !== 'plain' || !CORE_NUMBER.test(text.value)) continue;
      const read = String(Number(text.value));
      if (read === text.value) continue;
      yield { span: text.span, message: { key: 'ambiguous-number.message', args: { written: text.value, read } }, rows, data: text };
    }
  },
  fixes: ({ data }) => [
    { title: { key: 'fix.quote' }, edits: [{ span: data.span, text: `'${data.value}'` }], safe: true, preferred: true },
  ],
});

/** What YAML 1.2's core schema takes for a number. */
const CORE_NUMBER = /^(?:[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?)$/;
