// docs/rules/: one page per rule, Japanese first, and their index.
import { rules } from '../../server/src/rules/index.ts';
import { exampleFixes, shownExample } from './rule-examples.mjs';
import { ruleTable } from './rule-tables.mjs';
import { NO_CONFORMITY, SAFE, SEVERITY, table } from './rule-words.mjs';

/**
 * @typedef {import('./rule-words.mjs').Locale} Locale
 * @typedef {import('./rule-words.mjs').Rule} Rule
 * @typedef {import('./rule-examples.mjs').ShownFix} ShownFix
 */

/** @returns {Promise<{ path: string, content: string }[]>} */
export async function generate() {
  const fixes = await exampleFixes();
  return [
    { path: 'docs/rules/README.md', content: index(fixes) },
    ...rules.map((rule) => ({ path: `docs/rules/${rule.code}.md`, content: page(rule, fixes.get(rule.code) ?? []) })),
  ];
}

/** @type {Record<Locale, Record<'why' | 'bad' | 'good' | 'fixes' | 'noFixes' | 'offered' | 'safe' | 'code' | 'default' | 'strict' | 'suppress' | 'can' | 'cannot' | 'change', string>>} */
const WORDS = {
  ja: {
    why: '理由', bad: '指摘される例', good: '直した例', fixes: 'クイックフィックス', noFixes: 'ありません。内容を確かめて、人が直します。',
    offered: '上の例では、次の修正を選べます。', safe: '（安全）', code: 'コード', default: '既定の重大度', strict: '`strict` の重大度',
    suppress: 'コメントによる抑制', can: 'できる', cannot: 'できない',
    change: '重大度は、設定 `sds.rules` で変えられます。',
  },
  en: {
    why: 'Why', bad: 'Reported', good: 'As it should be', fixes: 'Quick fixes', noFixes: 'None: it takes a person to know what is right.',
    offered: 'The example above is offered these:', safe: ' (safe)', code: 'Code', default: 'Severity', strict: 'Severity in `strict`',
    suppress: 'Suppressible by a comment', can: 'yes', cannot: 'no',
    change: 'The setting `sds.rules` changes the severity.',
  },
};

/**
 * @param {Rule} rule
 * @param {ShownFix[]} fixes
 */
function page(rule, fixes) {
  return `<!-- Generated from server/src/rules/${rule.code}.ts. Do not edit. -->

# ${rule.docs.ja.title}

[診断の一覧](README.md) · [English](#english)

${body(rule, fixes, 'ja')}

---

## English

**${rule.docs.en.title}** · [All diagnostics](README.md)

${body(rule, fixes, 'en')}
`;
}

/**
 * @param {Rule} rule
 * @param {ShownFix[]} fixes
 * @param {Locale} locale
 */
function body(rule, fixes, locale) {
  const [words, docs, severity] = [WORDS[locale], rule.docs[locale], SEVERITY[locale]];
  const heading = locale === 'ja' ? '##' : '###';
  const facts = table(
    [words.code, words.default, words.strict, words.suppress],
    [[`\`${rule.code}\``, severity[rule.severity.default], severity[rule.severity.strict], rule.unsuppressible ? words.cannot : words.can]],
  );
  const offered = fixes.map(({ title, safe }) => (safe ? `- **${title[locale]}**${words.safe}` : `- ${title[locale]}`));
  return [
    facts,
    docs.what,
    `${heading} ${words.why}`, docs.why,
    `${heading} ${words.bad}`, fenced(rule.docs.bad),
    `${heading} ${words.good}`, fenced(rule.docs.good),
    `${heading} ${words.fixes}`,
    ...(docs.fixes === undefined ? [words.noFixes] : [docs.fixes, words.offered, offered.join('\n')]),
    ...(fixes.some(({ safe }) => safe) ? [SAFE[locale]] : []),
    words.change,
  ].join('\n\n');
}

/** @param {string} example */
function fenced(example) {
  return `\`\`\`yaml\n${shownExample(example)}\`\`\``;
}

/** @param {Map<string, ShownFix[]>} fixes */
function index(fixes) {
  return `<!-- Generated from server/src/rules/. Do not edit. -->

# 診断の一覧

[English](#english)

${ruleTable('ja', fixes, '')}

${SAFE.ja}

- 重大度は、設定 \`sds.rules\` で診断ごとに \`off\`、\`hint\`、\`info\`、\`warning\`、\`error\` のどれかに変えられます。\`strict\` は、社外に出す前の最終確認に使う組（設定 \`sds.profile\`）です。
- 指摘を抑制するには、その行に \`# sds-disable-line コード -- 理由\`、その前の行に \`# sds-disable-next-line コード -- 理由\`、開示書全体なら最初の項目より前に \`# sds-disable コード -- 理由\` と書きます。

${NO_CONFORMITY.ja}

---

## English

${ruleTable('en', fixes, '')}

${SAFE.en}

- The setting \`sds.rules\` changes each severity to \`off\`, \`hint\`, \`info\`, \`warning\` or \`error\`. \`strict\` is the profile (setting \`sds.profile\`) for the last check before a sheet leaves the house.
- To suppress a finding, write \`# sds-disable-line CODE -- reason\` on its line or \`# sds-disable-next-line CODE -- reason\` before it; for the whole sheet, \`# sds-disable CODE -- reason\` before the first key.

${NO_CONFORMITY.en}
`;
}
