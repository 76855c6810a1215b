import fc from 'fast-check';
import type { Row } from '../../server/src/catalogue/form-index.ts';
import { catalogue } from './catalogue.ts';

const form = catalogue().form('SDS-4.0')!;

/**
 * Sheets in layouts that YAML allows and few people write: comments at every place that takes one, answers and tables in
 * braces over several lines, block texts and anchors as answers, and things to complain about.
 */
export const rare: fc.Arbitrary<string> = fc.record({
  rows: fc.subarray(form.rows.filter((one) => one.kind !== 'option'), { minLength: 1, maxLength: 6 }),
  seed: fc.infiniteStream(fc.nat({ max: 999 })),
  unit: fc.constantFrom(2, 4),
  braces: fc.constantFrom(false, false, true),
  table: fc.constantFrom('block', 'braces', 'none', 'empty'),
  eol: fc.constantFrom('\n', '\n', '\r\n'),
}).map(({ rows, seed, unit, braces, table, eol }) => {
  const pick = <T>(...options: T[]): T => options[seed.next().value! % options.length]!;
  let count = 0;
  // Each its own, so that none can be taken for another one.
  const comment = (): string => pick('', ` # 注${count++}`);
  const line = (indent: string): string => `${comment()}\n${indent}`;
  const lines = (indent: string): string => pick(line(indent), `${comment()}\n${indent}# 前${count++}\n${indent}`);
  const wordOf = (row: Row): string => pick(...row.words.map(({ word }) => word), ...row.words.map(({ word }) => word), '○', '対応しています', '検討中, 未定');
  const flowWord = (row: Row): string => {
    const word = wordOf(row);
    return word.includes(',') ? `'${word}'` : word;
  };
  const members = (row: Row): string[] => {
    const all = [`回答: ${flowWord(row)}`, pick('備考: 1', '備考: [1, 2]', '備考: 9', "備考: ''"), pick('要確認: 部長', '要確認: ', '備考文: 文です', '備考文: TODO', '社内: { 担当: A }', '参照項番: 6.5.C12')];
    return fc.sample(fc.shuffledSubarray(all, { minLength: 1 }), { numRuns: 1, seed: seed.next().value! })[0]!;
  };
  const flow = (row: Row, indent: string): string => {
    const parts = row.kind === 'heading' ? row.options.filter(() => pick(true, true, false)).map((option) => `${option.key}: ${flowWord(option)}`) : members(row);
    return pick(
      `{ ${parts.join(', ')} }`,
      `{${parts.join(',')}}`,
      `{ ${parts.join(`,${line(`${indent}  `)}`)} }`,
      `{${lines(`${indent}  `)}${parts.join(`,${lines(`${indent}  `)}`)}${pick('', ',')}${pick(line(`${indent}  `), lines(`${indent} `), line(indent))}}`,
      `{ ${parts.join(`${line(`${indent}  `)}, `)}${line(indent)}}`,
    );
  };
  const block = (row: Row, indent: string): string => {
    const below = indent + ' '.repeat(unit);
    const word = wordOf(row);
    return pick(
      ` ${word}${comment()}`,
      `${lines(below)}${word}${comment()}`,
      ` ${pick('>', '|', '>-', '|-')}${comment()}\n${below}${word}`,
      ` "${word}"${comment()}`,
      ` &a${row.order} ${word}${comment()}`,
      ` ${flow(row, indent)}${comment()}`,
      `${lines(below)}${flow(row, below)}${comment()}`,
      `${lines(below)}${members(row).join(lines(below))}${comment()}`,
      `${lines(below)}回答:${lines(`${below}  `)}${word}${lines(below)}備考:${line(below)}- 1${line(below)}- 2${comment()}`,
      `${comment()}`,
    );
  };
  const indent = ' '.repeat(unit);
  const written = rows.map((row) => {
    const key = pick(row.key, `'${row.key}'`);
    if (braces) return `${key}: ${row.kind === 'heading' ? flow(row, indent) : pick(flowWord(row), flow(row, indent), '')}`;
    if (row.kind !== 'heading') return `${key}:${block(row, indent)}`;
    const options = row.options.filter(() => pick(true, true, false)).map((option) => `${lines(indent + indent)}${option.key}:${block(option, indent + indent)}`);
    return `${key}:${options.length === 0 || pick(true, false) ? ` ${flow(row, indent)}${comment()}` : options.join('')}`;
  });
  const answers = braces
    ? pick(`回答: { ${written.join(', ')} }${comment()}`, `回答: {${lines(indent)}${written.join(`,${lines(indent)}`)}${line('')}}`, '回答: {}', `回答: {${comment()}\n}`)
    : `回答:${lines(indent)}${written.join(`\n${indent}`)}`;
  const entries = ['1: 一つ目', `2: 'TODO'`, '入退室: 一つ目'];
  const remarks = {
    block: `備考記載欄:${lines('  ')}${entries.join(lines('  '))}${comment()}`,
    braces: `備考記載欄: {${lines('  ')}${entries.join(`,${lines('  ')}`)}${pick('', ',')}${line('')}}`,
    none: '', empty: `備考記載欄:${comment()}`,
  }[table];
  return `様式: SDS-4.0${comment()}\n作成日: 2023-10-04\n${answers}\n${remarks}\n`.replaceAll('\n', eol);
});
