import { LIMITS } from '../../server/src/sheet/yaml.ts';

const HEAD = '様式: SDS-4.0\n作成日: 2023-10-04\nサービス事業者: あ\nサービス名称: い\nバージョン: 1\n';
const ANSWERS = `${HEAD}回答:\n`;
const ONE_ROW = `${ANSWERS}  3: はい\n`;
const NOTES = `${ONE_ROW}社内:\n`;
const REMARKS = `${ANSWERS}  3: { 回答: はい, 備考: 1 }\n備考記載欄:\n`;
const letters = [...'abcdefghijkl'];

/** @returns brackets in brackets, and a comma */
export const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)},\n`;
const row = (value: string): string => `${ANSWERS}  3: ${value}\n`;
const numbered = (count: number, line: (index: number) => string): string => Array.from({ length: count }, (_, index) => line(index)).join('');
type Bounds = Pick<typeof LIMITS, 'characters' | 'lines' | 'entries'>;

/**
 * A text with as many pieces behind it as a sheet may have.
 * @param entries how many keys and values a piece has in brackets
 */
const filledTo = (bounds: Bounds, head: string, piece: (index: number) => string, entries = 0): string => {
  const pieces = [head];
  let length = head.length;
  let lines = head.split(/\r\n|\r|\n/).length;
  for (let at = 1; ; at++) {
    const next = piece(at);
    length += next.length;
    lines += next.split(/\r\n|\r|\n/).length - 1;
    if (length > bounds.characters - 100 || lines > bounds.lines - 2 || at * entries > bounds.entries - 20) return pieces.join('');
    pieces.push(next);
  }
};
const filled = (head: string, piece: (index: number) => string): string => filledTo({ ...LIMITS, lines: Infinity }, head, piece);

/** What is past a limit, and the cause of the one `syntax` finding that says so. */
export const past: Record<string, { text: () => string; cause: string }> = {
  '5 MB of rows': { text: () => `${ANSWERS}${numbered(450_000, (at) => `  ${at}: はい\n`)}`, cause: 'too-large' },
  '100,000 rows': { text: () => `${ANSWERS}${numbered(100_000, (at) => `  ${at}: はい # あい\n`)}`, cause: 'too-large' },
  'a line of 5 MB': { text: () => row('あ'.repeat(5_000_000)), cause: 'too-large' },
  'a quoted text of 5 MB': { text: () => row(`"${'あ'.repeat(5_000_000)}"`), cause: 'too-large' },
  'a block text of 5 MB': { text: () => row(`|\n${'    あ\n'.repeat(800_000)}`), cause: 'too-large' },
  'a key of 5 MB': { text: () => `${ANSWERS}  ${'3'.repeat(5_000_000)}: はい\n`, cause: 'too-large' },
  'one line too many': { text: () => '\n'.repeat(LIMITS.lines), cause: 'too-long' },
  'one line too many, by carriage returns': { text: () => '\r'.repeat(LIMITS.lines), cause: 'too-long' },
  'aliases of aliases': { text: () => `${HEAD}社内:\n  a: &a [x, x, x, x, x, x, x, x, x]\n${letters.slice(1).map((one, at) => `  ${one}: &${one} [${Array(9).fill(`*${letters[at]!}`).join(', ')}]\n`).join('')}回答:\n  3: はい\n`, cause: 'too-many-aliases' },
  'merge keys of merge keys': { text: () => `${HEAD}社内:\n  a: &m0 {x: 1}\n${numbered(26, (at) => `  m${at}: &m${at + 1} {<<: [*m${at}, *m${at}]}\n`)}回答:\n  3: はい\n`, cause: 'too-many-aliases' },
  '20,000 aliases': { text: () => `${HEAD}社内:\n  a: &a x\n${numbered(20_000, (at) => `  k${at}: *a\n`)}回答:\n  3: はい\n`, cause: 'too-long' },
  '4,900 aliases': { text: () => `${HEAD}社内:\n  a: &a x\n${numbered(4_900, (at) => `  k${at}: *a\n`)}回答:\n  3: はい\n`, cause: 'too-many-aliases' },
  'aliases of a long text': { text: () => `${ANSWERS}  3: { 回答: はい, 備考: 1 }\n備考記載欄:\n  1: &a ${'あ'.repeat(50_000)}\n${numbered(1_000, (at) => `  k${at}: *a\n`)}`, cause: 'too-many-aliases' },
  'aliases of a list': { text: () => `${HEAD}社内:\n  a: &a [x, x]\n${numbered(4_500, (at) => `  k${at}: *a\n`)}回答:\n  3: はい\n`, cause: 'too-many-aliases' },
  '20,000 aliases on one line': { text: () => `${HEAD}社内: [&a x, ${'*a, '.repeat(20_000)}]\n回答:\n  3: はい\n`, cause: 'too-long' },
  '50,000 anchors on one line': { text: () => `${ONE_ROW}社内: [${numbered(50_000, (at) => `&a${at} b, `)}]\n`, cause: 'too-large' },
  '50,000 anchors on lines': { text: () => `${NOTES}${numbered(50_000, (at) => `  - &a${at} x\n`)}`, cause: 'too-large' },
  'items in brackets': { text: () => filled(`${ONE_ROW}社内: [`, () => 'a, '), cause: 'too-long' },
  'rows in braces': { text: () => filled(`${HEAD}回答: { `, (at) => `${at}: はい, `), cause: 'too-long' },
  'references without end': { text: () => filled(`${HEAD}回答:\n  3: { 回答: はい, 備考: `, () => '6.11.C8(1)～(5)、'), cause: 'too-long' },
  'references on one line': { text: () => filled(`${HEAD}回答:\n  3:\n    回答: はい\n    参照項番: 6.5`, () => '、6.11.C8'), cause: 'too-long' },
  'braces 10,000 deep': { text: () => row('{a: '.repeat(10_000)), cause: 'too-deep' },
  'closed braces 10,000 deep': { text: () => row(`${'{a: '.repeat(10_000)}${'}'.repeat(10_000)}`), cause: 'too-deep' },
  'brackets 10,000 deep': { text: () => `${ONE_ROW}社内: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`, cause: 'too-deep' },
  'items 190 deep, again and again': { text: () => filled(NOTES, () => `  - ${'- '.repeat(190)}x\n`), cause: 'too-deep' },
  'items 900 deep, again and again': { text: () => filled(NOTES, () => `  - ${'- '.repeat(900)}x\n`), cause: 'too-deep' },
  'brackets 900 deep, twice': { text: () => `${ONE_ROW}社内: [${nested(900)}  ${nested(900)}  ]\n`, cause: 'too-deep' },
  'items 150 deep, each line in the last of the line before': { text: () => `${NOTES}${numbered(6, (at) => `${' '.repeat(2 + at * 300)}${'- '.repeat(150)}${at < 5 ? '\n' : 'x\n'}`)}`, cause: 'too-deep' },
  'lists and maps as keys of each other, 400 deep': { text: () => `${ONE_ROW}社内: ${'[{'.repeat(200)}a${'}]'.repeat(200)}\n`, cause: 'too-deep' },
  'lists as keys, 150 deep': { text: () => `${ONE_ROW}社内: ${'{['.repeat(75)}a${']: b}'.repeat(75)}\n`, cause: 'too-deep' },
  'full-width brackets': { text: () => filled(`${HEAD}回答:\n  3: { 備考: `, () => '［'), cause: 'too-deep' },
  'items 10,000 deep': { text: () => `${NOTES}  ${'- '.repeat(10_000)}x\n`, cause: 'too-deep' },
  'maps on lines, 700 deep': { text: () => `${NOTES}${numbered(700, (at) => `${' '.repeat(at + 1)}a:\n`)}`, cause: 'too-deep' },
  'lists on lines, 700 deep': { text: () => `${NOTES}${numbered(700, (at) => `${' '.repeat(at + 1)}-\n`)}`, cause: 'too-deep' },
};

/**
 * Within the limits: what few characters make costly, what is as long as may be, and what no sheet would have.
 * @param part how near to the limits, from 0 to 1
 */
export function within(part = 1): Record<string, () => string> {
  const bounds: Bounds = { characters: LIMITS.characters * part, lines: LIMITS.lines * part, entries: Math.floor(LIMITS.entries * part / 2) * 2 };
  const filled = (head: string, piece: (index: number) => string, entries = 0): string => filledTo(bounds, head, piece, entries);
  const rows = (line: (index: number) => string, entries = 0): string => filled(ANSWERS, line, entries);
  const room = (piece: string): string => piece.repeat(Math.floor((bounds.characters - 1_000) / piece.length));
  const half = (letter: string): string => letter.repeat(bounds.characters / 2 - 1_000);
  const many = (count: number, line: (index: number) => string): string => numbered(Math.floor(count * part), line);
  return {
    'rows': () => rows((at) => `  ${at}: はい\n`),
    'one row again and again': () => rows(() => '  3: はい\n'),
    'rows with maps': () => rows((at) => `  ${at}:\n    回答: はい\n    備考: ${at}\n`),
    'rows with braces': () => rows((at) => `  ${at}: { 回答: はい, 備考: ${at} }\n`, 4),
    'maps in another order': () => rows((at) => `  ${at}:\n       備考:  ${at} # ${'あ'.repeat(140)}\n       回答:   はい\n`),
    'braces in another order': () => rows((at) => `   ${at} :  {備考:  ${at} ,回答 :  はい} # ${'あ'.repeat(140)}\n`, 4),
    'remarks': () => filled(REMARKS, (at) => `  ${at}: 6.11.C8を参照\n`),
    'remarks that rows cite': () => `${ANSWERS}${many(1_240, (at) => `  ${at + 1}: { 回答: はい, 備考: ${at + 1} }\n`)}備考記載欄:\n${many(2_400, (at) => `  ${at + 1}: い\n`)}`,
    'named remarks': () => filled(REMARKS, (at) => `  あ${at}: い\n`),
    'named remarks that rows cite': () => `${ANSWERS}${many(1_240, (at) => `  ${at + 1}: { 回答: はい, 備考: あ${at + 1} }\n`)}備考記載欄:\n${many(2_400, (at) => `  い${at + 1}: い\n`)}`,
    'one remark again and again': () => filled(REMARKS, () => '  1: い\n'),
    'a remark that cites everything': () => filled(`${REMARKS}  1: `, (at) => `6.${at % 13}.C${at % 9} `),
    'citations': () => row(`{ 回答: はい, 備考: [${numbered(bounds.entries - 100, (at) => `${at}, `)}] }`),
    'one citation again and again': () => `${row(`{ 回答: はい, 備考: [${'1, '.repeat(bounds.entries - 100)}] }`)}備考記載欄:\n  1: い\n`,
    'a cite of many ranges of remarks': () => `${row(`{ 回答: はい, 備考: "${'1～2200 '.repeat(Math.floor(30_000 * part))}" }`)}備考記載欄:\n${many(2_300, (at) => `  ${at + 1}: い\n`)}`,
    'cites of ranges of remarks': () => `${ANSWERS}${many(1_240, (at) => `  ${at + 1}: { 回答: はい, 備考: 1～1900 }\n`)}備考記載欄:\n${many(2_000, (at) => `  ${at + 1}: い\n`)}`,
    'citations of all remarks and of more': () => `${row(`{ 回答: はい, 備考: [${many(4_400, (at) => `${at + 1}, `)}] }`)}備考記載欄:\n${many(3_400, (at) => `  ${at + 1}: い\n`)}`,
    'keys in braces': () => row(`{ ${numbered(bounds.entries / 2 - 20, (at) => `k${at}: v, `)} }`),
    'rows in braces': () => `${HEAD}回答: { ${numbered(bounds.entries / 2 - 20, (at) => `${at}: はい, `)} }\n`,
    'items in brackets': () => `${ONE_ROW}社内: [${'a, '.repeat(bounds.entries - 100)}]\n`,
    'unknown keys': () => filled(ONE_ROW, (at) => `k${at}: v\n`),
    'one key again and again': () => filled(ONE_ROW, () => '作成日: 2023-10-04\n'),
    'full-width rows': () => rows((at) => `　　${at}：はい\n`),
    'rows without a colon': () => rows((at) => `  ${at} はい\n`),
    'rows with wrong words': () => rows((at) => `  ${(at % 80) + 1}: ○\n`),
    'an open quote in each row': () => rows((at) => `  ${at}: "はい\n`),
    'an open bracket in each row': () => `${ANSWERS}${many(490, (at) => `  ${at}: [はい\n`)}`,
    'an open brace in each row': () => `${ANSWERS}${many(490, (at) => `  ${at}: {はい\n`)}`,
    'rows at ever deeper columns': () => `${ANSWERS}${many(450, (at) => `${' '.repeat(at + 2)}${at}: はい\n`)}`,
    'comments': () => rows(() => '  # 6.11.C8 あ\n'),
    'questions as comments': () => rows(() => '  #? 6.5.C12 あ\n'),
    'suppressions': () => rows((at) => `  3: x # sds-disable-line invalid-answer, a${at}\n`),
    'suppressions of the next line': () => rows(() => '  # sds-disable-next-line invalid-answer\n  3: x\n'),
    'a long line': () => row(room('あ')),
    'words on a long line': () => row(room('あ い, う: え # お ')),
    'a long quoted text': () => row(`"${room('あ\\n')}"`),
    'a long text in an open quote': () => row(`"${room('あ い ')}`),
    'a block text of many lines': () => filled(`${ANSWERS}  3: |\n`, () => '    あいう 6.5.C12\n'),
    'a folded text of empty lines': () => filled(`${ANSWERS}  3: >\n`, () => '\n'),
    'a plain text of many lines': () => filled(`${ANSWERS}  3: あ\n`, () => '    い\n'),
    'a long key': () => `${ANSWERS}  ${room('3')}: はい\n`,
    'a long remark': () => filled(`${REMARKS}  1: |\n`, () => '    あいう 6.5.C12\n'),
    'many anchors': () => filled(NOTES, (at) => `  - &a${at} x\n`),
    'anchors on one line': () => `${ONE_ROW}社内: [${'&a b, '.repeat(bounds.entries - 100)}]\n`,
    '1,900 aliases': () => `${HEAD}社内:\n  a: &a x\n${many(1_900, (at) => `  k${at}: *a\n`)}回答:\n  3: はい\n`,
    'unresolved aliases': () => filled(NOTES, (at) => `  - *a${at}\n`),
    'unresolved aliases on one line': () => `${ONE_ROW}社内: [${'*a, '.repeat(bounds.entries - 100)}]\n`,
    'aliases as answers': () => `${ANSWERS}  1: &a { 回答: はい, 備考: 1 }\n${many(390, (at) => `  ${at + 2}: *a\n`)}備考記載欄:\n  1: い\n`,
    'maps that hold themselves': () => `${HEAD}社内: &a\n  b: *a\n回答: &r\n  3: はい\n  4: *r\n`,
    'many lists that hold themselves': () => filled(NOTES, (at) => `  - &a${at} [*a${at}]\n`),
    'merge keys': () => `${NOTES}  a: &a {x: 1}\n${'  <<: *a\n'.repeat(3_000)}`,
    'lists as keys, 90 deep, again and again': () => filled(NOTES, () => `  - ${'{['.repeat(45)}a${']: b}'.repeat(45)}\n`, 90),
    'brackets 450 deep, twice': () => `${ONE_ROW}社内: [${nested(450)}  ${nested(450)}  ]\n`,
    'brackets 90 deep, again and again': () => filled(NOTES, () => `  - ${'['.repeat(90)}${']'.repeat(90)}\n`, 90),
    'items 90 deep, 50 times': () => `${NOTES}${many(50, () => `  - ${'- '.repeat(90)}x\n`)}`,
    'items 190 deep, 20 times': () => `${NOTES}${many(20, () => `  - ${'- '.repeat(190)}x\n`)}`,
    'braces opened again and again': () => row('{a: }{'.repeat(490)),
    'full-width brackets': () => row('［'.repeat(450)),
    'full-width closing braces in braces': () => row(`{ 回答: はい, 備考文: あ${room('｝')} }`),
    'an answer and marks behind it': () => row(`は${room('い。')}`),
    'ranges of references': () => row(`{ 回答: はい, 備考文: "${room('6.5.C1～C99 ')}" }`),
    'dots in place of a remark': () => row(`{ 回答: いいえ, 備考文: "${room('…')}" }`),
    'characters that become many': () => row(`{ 回答: いいえ, 備考文: "${room('㌖')}" }`),
    'a character that is a sentence': () => row(`{ 回答: いいえ, 備考文: "${room('\ufdfa')}" }`),
    'marks of two classes on a letter': () => row(`{ 回答: いいえ, 備考文: "あ${room('\u0315\u0316')}" }`),
    'marks of two classes in a header': () => `様式: SDS-4.0\nサービス名称: あ${half('\u0316')}${half('\u0315')}\n回答:\n  3: はい\n`,
    'marks of two classes in a comment': () => row(`はい # あ${room('\u0315\u0316')}`),
    'half-width voicing marks': () => row(`{ 回答: いいえ, 備考文: "ｶ${room('ﾞ\u0315')}" }`),
    'spaces in quotes in braces': () => row(`{ 回答: いいえ, 備考文: "6.5.C${room(' ')}1" }`),
    'line breaks in quotes in braces': () => row(`{ 回答: いいえ, 備考文: "あ${'\n'.repeat(Math.floor(bounds.lines) - 40)} い" }`),
    'spaces where a colon belongs': () => `${ANSWERS}  3${room(' ')}\u2028\n`,
    'digits where a colon belongs': () => `${ANSWERS}  ${room('３')}\u2028\n`,
    'brackets behind an answer': () => row(`は${room('」')}い`),
    'full-width colons': () => `${ANSWERS}  3${room('：')}\n`,
    'spaces within a value': () => row(`x${room(' ')}x`),
    'full-width spaces within a value': () => row(`x${room('　')}x`),
    'tabs within a value': () => row(`x${room('\t')}x`),
    'spaces within a key': () => `${ANSWERS}  3${room(' ')}4: はい\n`,
    'spaces at the ends of lines': () => rows((at) => `  ${at}: はい${' '.repeat(200)}\n`),
    'double quotes': () => row(`"${room('"')}`),
    'single quotes': () => row(`'${room("'")}`),
    'backslashes': () => row(`"${room('\\')}"`),
    'bad escapes': () => row(`"${room('\\x ')}"`),
    'numbers in circles': () => row(room('①')),
    'references without brackets': () => row(`{ 回答: はい, 備考: ${many(4_900, () => '6.11.C8(1)～(5)、')} }`),
    'references on one line': () => `${ANSWERS}  3:\n    回答: はい\n    参照項番: ${many(4_900, () => '6.11.C8(1)～(5)、')}6.5\n`,
    'digits and dots': () => row(room('6.')),
    'digits, dots and letters in a remark': () => `${REMARKS}  1: ${room('6.1')}\n`,
    'a date of digits': () => `作成日: ${room('2')}\n${ONE_ROW}`,
    'control characters': () => row(room('は\0い\x01\x1b')),
    'NUL on each line': () => rows((at) => `  ${at}: \0\n`),
    'lone surrogates': () => row(room('は\ud800い\udc00')),
    'surrogate pairs': () => rows((at) => `  ${at}: 𠮟る\n`),
    'joiners on one line': () => row(room('あ\u200d')),
    'changes of direction': () => rows((at) => `  ${at}: は\u202eい\u2066\n`),
    'names of prototypes': () => `様式: SDS-4.0\n__proto__: 1\nconstructor: 2\nhasOwnProperty: 3\ntoString: 4\n回答:\n  3: { 回答: constructor, 備考: __proto__, __proto__: x, toString: y }\n  __proto__: はい\n  constructor: { 回答: はい, 備考: constructor }\n  toString: x\n備考記載欄:\n  __proto__: あ\n  constructor: あ\n  hasOwnProperty: い\n`,
    'a form named like a prototype': () => `様式: __proto__\nconstructor: 2\n回答:\n  __proto__: はい\n  3: toString\n`,
    'marks of a merge': () => rows((at) => `<<<<<<< HEAD\n  ${at}: はい\n=======\n  ${at}: いいえ\n>>>>>>> x\n`),
    'tags': () => rows((at) => `  ${at}: !!python/object はい\n`),
    'line endings of every kind': () => rows((at) => `  ${at}: はい${['\r\n', '\r', '\n'][at % 3]!}`),
    'documents': () => filled('', () => '---\n'),
    'directives': () => filled('', () => '%TAG ! a\n'),
    'empty lines': () => filled('', () => '\n'),
    'question marks': () => filled(ONE_ROW, () => '? a\n'),
    'colons': () => filled(ONE_ROW, () => ': a\n'),
    'items': () => filled(NOTES, () => '  - a\n'),
    'full-width items': () => filled(`${ANSWERS}  3:\n`, () => '　　－ あ\n'),
  };
}
