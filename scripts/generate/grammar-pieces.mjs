// Regular expressions (Oniguruma's dialect) from which the grammar's rules are put together.

export const SUFFIX = '.sds-yaml';

/**
 * @typedef {Record<string, unknown>} Rule a rule of a TextMate grammar, or a capture
 * @typedef {{ source: string, capture: Rule }} Part a part of an expression that becomes a numbered group
 * @typedef {string | Part} Piece
 */

/**
 * One scope name, or several, with the language's suffix.
 * @param {string} names
 */
export const scope = (names) => names.split(' ').map((name) => name + SUFFIX).join(' ');

/**
 * A part of an expression with a scope or patterns of its own.
 * @param {string} source
 * @param {string} name the scope, or ''
 * @param {Rule[]} [patterns]
 * @returns {Part}
 */
export const part = (source, name, patterns) => ({
  source,
  capture: { ...(name ? { name: scope(name) } : {}), ...(patterns ? { patterns } : {}) },
});

/**
 * Joins strings and parts; the parts are numbered in their order. Strings must hold no capturing group.
 * @param {Piece[]} pieces
 */
export function join(...pieces) {
  /** @type {Record<string, Rule>} */
  const captures = {};
  let count = 0;
  const source = pieces.map((piece) => {
    if (typeof piece === 'string') return piece;
    count += 1;
    if (Object.keys(piece.capture).length > 0) captures[count] = piece.capture;
    return `(${piece.source})`;
  }).join('');
  return { source, captures };
}

/** @param {string} text */
export const escape = (text) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

/**
 * Any of the words; of none, nothing at all.
 * @param {string[]} words
 */
export const oneOf = (words) => (words.length === 0 ? '(?!)' : `(?:${words.map(escape).join('|')})`);

export const WIDE_SPACE = '\\x{3000}';
export const BLANK = `[ \\t${WIDE_SPACE}]`;
/** Behind a value: the end of the line, or a comment. */
export const END = '(?=[ \\t]*$|[ \\t]+#)';

/** A plain scalar up to what ends it. Inside brackets their punctuation ends it too. */
const OUTSIDE = '[^\\s\\-?:,\\[\\]{}#&*!|>\'"%@`]';
export const PLAIN_START = `(?:${OUTSIDE}|[-?:](?=\\S))`;
export const PLAIN = `${PLAIN_START}(?:[^#]|(?<=\\S)#)*?${END}`;
export const FLOW_START = `(?:${OUTSIDE}|[-?:](?=[^\\s,\\[\\]{}]))`;
export const FLOW_REST = '(?:[^,\\[\\]{}#:]|:(?=[^\\s,\\[\\]{}])|(?<=\\S)#)*?';

export const QUOTED_KEY = '"(?:[^"\\\\]|\\\\.)*"|\'(?:[^\']|\'\')*\'';
export const PLAIN_KEY = `${PLAIN_START}(?:[^#:]|:(?=\\S)|(?<=\\S)#)*?`;
export const FLOW_KEY = `${FLOW_START}${FLOW_REST}`;

/** What a question's number looks like, whatever the form; full width too, as it is read. */
export const NUMBER = '[0-9０-９]+(?:[.．][0-9０-９]+)*[.．]?';

/** @typedef {import('./grammar-words.mjs').Level} Level */

/**
 * References of the given guidelines.
 * @param {import('./grammar-words.mjs').GuidelineGrammar[]} grammars
 * @param {boolean} running in running text, where short ones do not count
 */
export function reference(grammars, running) {
  const whole = grammars.map(({ levels, runningTextLevel, range }) => {
    const needed = running ? levels.findIndex((level) => level.name === runningTextLevel) : 0;
    const level = (/** @type {Level} */ { separator, pattern }) => `${escape(separator)}(?:${pattern})`;
    // From the innermost outwards. A range repeats its innermost level: 8.3.C1(1)～(5).
    const tail = levels.slice(needed + 1).reduceRight(
      (deeper, one) => `(?:${level(one)}(?:${escape(range)}(?:${one.pattern})|${deeper}))?`, '');
    return levels.slice(0, needed + 1).map(level).join('') + tail;
  });
  if (whole.length === 0) return '(?!)';
  // No digit, letter or dot may touch it, or it is part of some other number.
  return `(?<![0-9０-９.．\\p{Latin}])(?:${whole.join('|')})(?:(?<![0-9\\p{Latin}])|(?![0-9\\p{Latin}]))(?!\\.[0-9])`;
}
