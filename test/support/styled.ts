import fc from 'fast-check';
import { Lexer } from 'yaml';
import type { Row } from '../../server/src/catalogue/form-index.ts';
import { catalogue } from './catalogue.ts';

const form = catalogue().form('SDS-4.0')!;

/** The same runs every time. */
export const runs = (numRuns: number): fc.Parameters<unknown> => ({ numRuns, seed: 20_231_004, endOnFailure: false });

export interface Styled {
  text: string;
  answers: Record<string, string>;
  remarks: Record<string, string>;
}

const prose = fc.constantFrom('入退室を記録する', 'あ、い（う）：え', '10:30から', '6.5.C12 による', '3：はい', 'い#ろ', '「は」に', '1 2 3');

/** A sheet that says something, in any of the ways in which that can be written. */
export const styled: fc.Arbitrary<Styled> = fc.record({
  rows: fc.subarray(form.rows.filter((one) => one.kind !== 'option'), { minLength: 1, maxLength: 12 }),
  seed: fc.infiniteStream(fc.nat({ max: 999 })),
  unit: fc.constantFrom(2, 4, 3),
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  remarks: fc.uniqueArray(fc.constantFrom('1', '2', '12', '入退室', 'RSC'), { maxLength: 4 }),
  texts: fc.array(prose, { minLength: 4, maxLength: 4 }),
}).map(({ rows, seed, unit, eol, bom, remarks, texts }) => {
  const pick = <T>(...options: T[]): T => options[seed.next().value! % options.length]!;
  const indent = ' '.repeat(unit);
  const quote = (text: string): string => pick(text, text, `"${text}"`, `'${text}'`);
  const comment = (): string => pick('', '', ' # 注: "い', '   # ：、｛', ' #? 3');
  const gap = (): string => pick('', '', '', '\n', '\n# 見出し\n', '\n  # - あ\n\n');
  const answers: Record<string, string> = {};
  const value = (row: Row, depth: number): string => {
    const word = pick(...row.words).word;
    answers[row.id] = word;
    const below = `\n${indent.repeat(depth + 1)}`;
    const cite = remarks.length > 0 ? pick(...remarks) : '"-"';
    return pick(
      ` ${quote(word)}${comment()}`,
      ` ${quote(word)}${comment()}`,
      ` { ${quote('回答')}: ${quote(word)}, 備考: [${cite}] }${comment()}`,
      ` {"回答":${quote(word)},備考文: "あ, い"}${comment()}`,
      ` {${below}  回答: ${word},${comment()}${below}  備考: ${cite}${below}}${comment()}`,
      `${comment()}${below}回答: ${quote(word)}${comment()}${below}備考:${comment()}${below}  - ${cite}`,
      `${comment()}${below}備考文: |-${below}  あ: い${below}    # う${below}${quote('回答')}: ${word}`,
      `${comment()}${below}社内: [ { a: b }, "c" ]${below}回答:${below}  ${word}${below}備考: ${cite}`,
      ` &a${row.order} ${word}${comment()}`,
    );
  };
  const lines = rows.map((row) => {
    if (row.kind !== 'heading') return `${gap()}${indent}${quote(row.key)}:${value(row, 1)}`;
    const options = row.options.map((option) => `\n${indent.repeat(2)}${quote(option.key)}:${value(option, 2)}`);
    return `${gap()}${indent}${quote(row.key)}:${comment()}${options.join('')}`;
  });
  const texts_: Record<string, string> = {};
  const table = remarks.map((key, index) => {
    const text = texts[index % texts.length]!;
    texts_[key] = text;
    return pick(`${indent}${quote(key)}: ${text}${comment()}`, `${indent}${key}: "${text}"`, `${indent}${key}: |-\n${indent.repeat(2)}${text}`, `${indent}${key}:\n${indent.repeat(2)}${text}${comment()}`);
  });
  const parts = [
    `${quote('様式')}: ${quote('SDS-4.0')}${comment()}`, `作成日: 2023-10-04`,
    `${quote('回答')}:${comment()}\n${lines.join('\n')}`, ...(table.length > 0 ? [`備考記載欄:\n${table.join('\n')}`] : []),
  ];
  const text = `${pick('', '---\n', '# 注\n\n')}${parts.join('\n')}\n`.replaceAll('\n', eol);
  return { text: bom ? `\uFEFF${text}` : text, answers, remarks: texts_ };
});

/** The comments of a YAML text, as YAML sees them. */
export function comments(text: string): string[] {
  return [...new Lexer().lex(text)].filter((token) => token.startsWith('#')).map((token) => token.trim());
}

/** What of `before` is not in `after`. */
export function lost(before: string[], after: string[]): string[] {
  const left = [...after];
  return before.filter((comment) => {
    const index = left.indexOf(comment);
    if (index >= 0) left.splice(index, 1);
    return index < 0;
  });
}
