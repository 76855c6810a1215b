import type { Message, MessageKey } from '../l10n/translate.ts';
import { rule } from '../lint/rule.ts';
import type { SyntaxCause, SyntaxNotice, YamlCause } from '../sheet/notices.ts';
import { yamlMessage } from '../sheet/yaml-errors.ts';
import { LIMITS } from '../sheet/yaml.ts';
import { shortened } from '../text/shortened.ts';
import { inPlace, noticed, rowsOn } from './notices.ts';

export const syntax = rule<SyntaxNotice>({
  code: 'syntax',
  severity: { default: 'error', strict: 'error' },
  docs: {
    bad: `
      3:はい
      4: はい
    `,
    good: `
      3: はい
      4: はい
    `,
    ja: {
      title: 'YAMLとして読み取れない書き方',
      what: 'YAMLとして読み取れない箇所、`---` から後の2件目の文書、指す値のない別名（`*…`）や自分自身を含む別名、大きさや入れ子の上限を超えたファイルを指摘します。'
        + 'この指摘が残っている間は、回答や備考が「ない」ことによる指摘と、同じ行へのほかの指摘を控えます。',
      why: '読み取れない行の回答は、書いたつもりでも、書いたとおりには相手に伝わりません。',
      fixes: '原因が分かる箇所では、足りない「: 」・「,」・半角スペース・引用符・閉じかっこを補う、字下げをそろえる、「|」の後の文を字下げする、何行かにわたる文を「|-」の後の文にする（改行はそのまま残ります）、余分な記号を取り除く、マージの競合の印をコメントにする、などを行います。',
    },
    en: {
      title: 'Cannot be read as YAML',
      what: 'Reports what cannot be read as YAML, a second document behind `---`, aliases (`*…`) that refer to nothing or contain themselves, and files past a limit of size or nesting. '
        + 'While it stands, findings that rest on something missing, and other findings on the same lines, are held back.',
      why: 'An answer on a line that cannot be read does not reach the reader as it was written.',
      fixes: 'Where the cause is clear: adds the missing “: ”, comma, space, quote or bracket, aligns the indentation, indents the text behind “|”, puts “|-” before a text of several lines, which keeps its line breaks, removes stray punctuation, turns conflict markers into comments, and the like.',
    },
  },
  unsuppressible: true,
  *check(context) {
    for (const notice of noticed(context, 'syntax')) {
      const rows = rowsOn(context.sheet, notice.span);
      yield {
        span: notice.span,
        message: inPlace(context.sheet, rows[0] !== undefined && notice.text.trim().startsWith(rows[0]) ? undefined : rows[0], notice.span, syntaxMessage(notice)),
        rows,
        data: notice,
      };
    }
  },
  fixes: ({ data }) => [
    // What is meant by it nobody can say.
    ...(data.edits && data.cause !== 'no-key' ? [{ title: titleOf(data), edits: data.edits, preferred: true }] : []),
    ...(data.instead ? [{ title: { key: 'fix.quote' as const }, edits: [data.instead] }] : []),
  ],
});

/** @returns what is wrong, without its place */
export function syntaxMessage({ cause, text }: SyntaxNotice): Message {
  const { characters, lines, entries, depth } = LIMITS;
  return { key: messageOf(cause), args: { text: shortened(text, 40), characters, lines, entries, depth } };
}

/** Where more than a space is missing, the title does not say that it is all. */
function titleOf({ cause, edits }: SyntaxNotice): Message {
  return { key: cause === 'missing-space' && edits!.length > 1 ? 'fix.mend' : fixTitles[cause] ?? 'fix.mend' };
}

function messageOf(cause: SyntaxNotice['cause']): MessageKey {
  return isYamlCause(cause) ? yamlMessage(cause.slice(YAML.length)) : messages[cause];
}

function isYamlCause(cause: SyntaxNotice['cause']): cause is YamlCause {
  return cause.startsWith(YAML);
}

const YAML = 'yaml:';

const messages: Record<SyntaxCause, MessageKey> = {
  'missing-colon': 'syntax.missing-colon',
  'no-key': 'syntax.no-key',
  'missing-space': 'syntax.missing-space',
  'missing-comma': 'syntax.missing-comma',
  'needs-quotes': 'syntax.needs-quotes',
  'needs-block': 'syntax.needs-block',
  'nested-key': 'syntax.nested-key',
  'bare-answer': 'syntax.bare-answer',
  'needs-braces': 'syntax.needs-braces',
  'no-answer-key': 'syntax.no-answer-key',
  'own-line': 'syntax.own-line',
  stray: 'syntax.unexpected',
  'stray-text': 'syntax.unexpected',
  indent: 'syntax.indent',
  'block-indent': 'syntax.block-indent',
  'text-indent': 'syntax.text-indent',
  tab: 'syntax.tab',
  'unclosed-quote': 'syntax.unclosed-quote',
  'unclosed-bracket': 'syntax.unclosed-bracket',
  'swallowed-bracket': 'syntax.swallowed-bracket',
  'conflict-marker': 'syntax.conflict-marker',
  'several-documents': 'syntax.several-documents',
  'unresolved-alias': 'syntax.unresolved-alias',
  'circular-alias': 'syntax.circular-alias',
  'too-many-aliases': 'syntax.too-many-aliases',
  'too-large': 'syntax.too-large',
  'too-long': 'syntax.too-long',
  'too-deep': 'syntax.too-deep',
};

const fixTitles: Partial<Record<SyntaxNotice['cause'], MessageKey>> = {
  'missing-colon': 'fix.add-colon',
  'missing-space': 'fix.add-space',
  'missing-comma': 'fix.add-comma',
  'needs-quotes': 'fix.quote',
  'needs-block': 'fix.make-block',
  'nested-key': 'fix.quote',
  'bare-answer': 'fix.split-answer',
  'needs-braces': 'fix.add-braces',
  'no-answer-key': 'fix.add-answer-key',
  'yaml:BAD_DQ_ESCAPE': 'fix.single-quotes',
  'own-line': 'fix.own-line',
  stray: 'fix.remove-stray',
  'stray-text': 'fix.comment-rest',
  indent: 'fix.indent',
  'block-indent': 'fix.indent-block',
  'text-indent': 'fix.indent-text',
  tab: 'fix.tab',
  'unclosed-quote': 'fix.close',
  'unclosed-bracket': 'fix.close',
  'swallowed-bracket': 'fix.close-before-comment',
  'conflict-marker': 'fix.comment-out',
};
