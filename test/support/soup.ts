import { readFileSync } from 'node:fs';
import fc from 'fast-check';

const read = (name: string): string => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8');
export const sample = read('remote-maintenance.sds.yaml');
const faulty = read('inconsistent.sds.yaml');

/** What sheets are made of, whole and in pieces. */
export const piece = fc.oneof(
  fc.constantFrom(
    '様式', 'SDS-4.0', '回答', '備考記載欄', '備考', '備考文', '参照項番', '要確認', '社内', '作成日', '1', '3', '17.1', '記憶', '2要素', '75.1', '１７．２', '⽣体認証',
    'はい', 'いいえ', '対象外', '該当', '非該当', '○', 'は い', '6.5.C12', '６.１１.Ｃ８', '8.3.C1(1)～(5)', '①', 'なし', '入退室を記録する',
  ),
  fc.constantFrom(
    ':', ': ', '：', ':　', '\n', '\n', '\n  ', '\n    ', '\n　', '\n　　', '\r\n', '\r', '\t', ' ', '　', '- ', '－', '-', '[', ']', '{', '}', ', ', '、', '［', '］', '｛', '｝',
    '"', "'", '#', ' # ', '＃', '|', '|-\n', '>', '｜', '&a ', '*a', '!', '!!str ', '? ', '@', '%', '`', '---\n', '...\n', '<<<<<<< x\n', '<<: ', '\\', '\u00a0', '\u200b', '\ufeff', '\ud83d', '𠮟', '\0',
  ),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
export const soup = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
export const sheetSoup = soup.map((text) => `様式: SDS-4.0\n回答:\n  ${text}`);

/** A text with some of its characters lost, changed or added. */
export function mutated(text: string): fc.Arbitrary<string> {
  const change = fc.record({ at: fc.nat(), remove: fc.nat({ max: 6 }), insert: fc.oneof({ weight: 2, arbitrary: fc.constant('') }, { weight: 3, arbitrary: piece }) });
  return fc.array(change, { minLength: 1, maxLength: 6 }).map((changes) => changes.reduce((result, { at, remove, insert }) => {
    const start = at % (result.length + 1);
    return result.slice(0, start) + insert + result.slice(start + remove);
  }, text));
}
/** Part of a sample, so that most of it is near a change. */
export const mutatedPart = fc.tuple(fc.constantFrom(sample, faulty), fc.nat(), fc.nat({ max: 12 })).chain(([text, from, count]) => {
  const body = text.slice(text.indexOf('回答:') + 4).split('\n');
  const start = from % body.length;
  return mutated(`様式: SDS-4.0\n回答:\n${body.slice(start, start + count).join('\n')}\n備考記載欄:\n  1: い\n`);
});
