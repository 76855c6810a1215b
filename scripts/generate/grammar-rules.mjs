// The TextMate grammar. It knows YAML's shape and colours any key and any value; the words of the installed forms only
// refine that. Every entry of a map is a rule that lasts as long as its lines are indented deeper, so an unclosed quote or
// bracket never runs into the next entry, and the lines of a text are never taken for keys.
import {
  BLANK, END, FLOW_KEY, FLOW_REST, FLOW_START, NUMBER, PLAIN, PLAIN_KEY, PLAIN_START, QUOTED_KEY, SUFFIX, WIDE_SPACE,
  escape, join, oneOf, part, reference, scope,
} from './grammar-pieces.mjs';

/**
 * @typedef {import('./grammar-pieces.mjs').Piece} Piece
 * @typedef {import('./grammar-pieces.mjs').Rule} Rule
 * @typedef {import('./grammar-words.mjs').DialectData['punctuation']} Punctuation
 */

const include = (/** @type {string[]} */ ...names) => names.map((name) => ({ include: `#${name}` }));

// Standard scopes that the default themes and most others set apart from each other.
const SCOPES = {
  sheetKey: 'entity.name.tag.sheet',
  question: 'entity.name.function.question',
  option: 'entity.name.function.option',
  answerKey: 'variable.other.property.answer',
  key: 'entity.name.tag',
  yes: 'constant.language.answer.yes',
  no: 'keyword.control.answer.no',
  inapplicable: 'support.type.answer.inapplicable',
  reference: 'variable.other.constant.reference',
  remark: 'constant.numeric.remark',
  noRemark: 'constant.language.no-remark',
  colon: 'punctuation.separator.key-value.mapping',
  comma: 'punctuation.separator.sequence',
  dash: 'punctuation.definition.block.sequence.item',
  hash: 'punctuation.definition.comment',
  wide: 'invalid.deprecated.full-width',
  plain: 'string.unquoted.plain',
  block: 'string.unquoted.block',
};

/**
 * @param {Punctuation} punctuation
 * @returns {Punctuation} the same as character classes
 */
function classes(punctuation) {
  return /** @type {Punctuation} */ (Object.fromEntries(Object.entries(punctuation).map(([name, chars]) => [name, `[${escape(chars)}]`])));
}

/** @param {import('./grammar-words.mjs').GrammarWords} words */
export function buildGrammar(words) {
  const wide = classes(words.punctuation);
  const colon = part(':', SCOPES.colon);
  const wideColon = part(wide.colon, SCOPES.wide);
  const indent = part(`${BLANK}*`, '', [{ match: `[\\t${WIDE_SPACE}]+`, name: scope(SCOPES.wide) }]);
  const sheetKey = part(`^${oneOf(words.sheetKeys)}`, SCOPES.sheetKey);
  const number = part([NUMBER, ...words.oddIds.map(escape)].join('|'), SCOPES.question);
  const answerKey = part(oneOf(words.answerKeys), SCOPES.answerKey);
  const option = part(oneOf(words.options), SCOPES.option);
  const quotedKey = part(QUOTED_KEY, SCOPES.key);
  const known = ['(?:', sheetKey, '|', number, '|', answerKey, '|', option, ')'];
  const any = [...known.slice(0, -1), '|', quotedKey, '|', part(PLAIN_KEY, SCOPES.key), ')'];
  const inBraces = ['(?:', number, '|', answerKey, '|', option, ')'];
  const anyInBraces = [...inBraces.slice(0, -1), '|', quotedKey, '|', part(FLOW_KEY, SCOPES.key), ')'];

  const ascii = ['[ \\t]*', colon, '(?=[ \\t]|$)'];
  // 3：はい, or a colon with a full-width space behind it.
  const mistyped = ['[ \\t]*', '(?:', wideColon, '|', colon, '(?=', WIDE_SPACE, '))', part(`${BLANK}*`, '', [{ match: WIDE_SPACE, name: scope(SCOPES.wide) }])];
  const properties = part('(?:[&!]\\S*[ \\t]+)*', '', include('property'));
  const comment = part('#.*', '', include('comment'));
  const header = ['(?:', part('[|>]', 'keyword.control.flow.block-scalar'), part('[-+]?[1-9]?|[1-9][-+]?', 'storage.modifier.block-scalar'), '[ \\t]*',
    '(?:(?<=[ \\t])', comment, ')?', '|', part(`${wide.block}[-－ー]?`, SCOPES.wide), ')[ \\t]*$'];

  // How long an entry's lines last; \1 is its own indentation. Those of a text must be deeper.
  const deeper = `^(?=\\1${BLANK}|\\s*$)`;
  const inDash = `^(?=\\1 {3}|\\s*$)`;
  // Comments, closing brackets and the dashes of a list may stand further left.
  const anything = `^(?=\\1(?:${BLANK}|-(?:[ \\t]|$))|\\s*(?:$|#|[\\]}］｝]))`;

  const entry = (/** @type {Piece[]} */ pieces, /** @type {string} */ lasts, /** @type {Rule[]} */ patterns) => {
    const { source, captures } = join('^', indent, ...pieces);
    return { begin: source, beginCaptures: captures, while: lasts, patterns };
  };
  const blockText = (/** @type {Piece[]} */ pieces, /** @type {string} */ lasts) => ({ ...entry(pieces, lasts, include('reference')), contentName: scope(SCOPES.block) });
  const dash = part('-', SCOPES.dash);

  const match = (/** @type {Piece[]} */ ...pieces) => {
    const { source, captures } = join(...pieces);
    return { match: source, captures };
  };
  const pair = (/** @type {Piece[]} */ open, /** @type {Piece[]} */ close, /** @type {string} */ name, /** @type {Rule[]} */ inner) => {
    const begin = join(...open);
    const end = join(...close);
    return { begin: begin.source, beginCaptures: begin.captures, end: end.source, endCaptures: end.captures, ...(name ? { name: scope(name) } : {}), patterns: inner };
  };

  const meanings = /** @type {const} */ (['yes', 'no', 'inapplicable']);
  const answer = (/** @type {string} */ behind) => meanings.map((meaning) => ({
    match: `${oneOf(words.answers[meaning])}${behind}`, name: scope(SCOPES[meaning]),
  }));
  const nextKey = `${BLANK}*(?:${[words.answerKeys, words.options].map(oneOf).join('|')})[ \\t]*(?:${wide.colon}|:)`;
  const flowEnd = `(?=[ \\t]*(?:$|[,\\[\\]{}]|:(?:\\s|$)|${wide.comma}${nextKey}|${wide.mapClose}[\\s}\\]]*$)|[ \\t]+#)`;
  const text = (/** @type {string} */ source) => ({ match: source, name: scope(SCOPES.plain), captures: { 0: { patterns: include('reference') } } });

  /** A list of references or remark keys: full-width punctuation can be nothing else here. */
  const list = (/** @type {string} */ name) => pair(
    ['(?:', part('\\[', 'punctuation.definition.sequence.begin'), '|', part(wide.listOpen, SCOPES.wide), ')'],
    ['(?:', part('\\]', 'punctuation.definition.sequence.end'), '|', part(wide.listClose, SCOPES.wide), ')'], '', [
      ...include('comment', 'property', 'quoted', name),
      { match: ',', name: scope(SCOPES.comma) },
      { match: wide.comma, name: scope(SCOPES.wide) },
      { match: `[^\\s,\\]${escape(words.punctuation.comma + words.punctuation.listClose)}]+`, name: scope(SCOPES.plain) },
    ]);
  const listOrItem = (/** @type {string} */ name) => [
    ...include('comment', 'property', 'quoted', `${name}-list`),
    { match: '^[ \\t]*(-)(?=[ \\t])', captures: { 1: { name: scope(SCOPES.dash) } } },
    { match: `^${BLANK}*(${wide.item})(?=${BLANK}*[^\\s${escape(words.punctuation.item)}])`, captures: { 1: { name: scope(SCOPES.wide) } } },
    ...include(name),
    text(PLAIN),
  ];
  const listEntry = (/** @type {string} */ key, /** @type {string} */ name) => [ascii, mistyped].map((separator) =>
    entry([part(escape(key), SCOPES.answerKey), ...separator], anything, include(`${name}-value`)));
  const listInBraces = (/** @type {string} */ key, /** @type {string} */ name) => {
    const { source, captures } = join(part(escape(key), SCOPES.answerKey), '[ \\t]*', '(?:', wideColon, '|', colon, ')');
    return { begin: `(?<![^\\s,{、，｛])${source}`, beginCaptures: captures, end: `(?=[,}]|${wide.comma}${nextKey}|${wide.mapClose})`,
      patterns: [...include('comment', 'quoted', `${name}-list`, name), text(`${FLOW_START}${FLOW_REST}${flowEnd}`)] };
  };
  const textKey = ['(?:', part(`^${oneOf(words.textKeys.filter((key) => words.sheetKeys.includes(key)))}`, SCOPES.sheetKey), '|',
    part(oneOf(words.textKeys.filter((key) => words.answerKeys.includes(key))), SCOPES.answerKey), ')'];
  const commentRule = (/** @type {string} */ name, /** @type {Piece[]} */ ...pieces) => ({ ...match('(?<![^ \\t])', ...pieces), name: scope(name) });
  const quotedAnswer = (/** @type {string} */ quote) => match(part(quote, 'punctuation.definition.string.begin'),
    '(?:', part(oneOf(words.answers.yes), SCOPES.yes), '|', part(oneOf(words.answers.no), SCOPES.no), '|', part(oneOf(words.answers.inapplicable), SCOPES.inapplicable), ')',
    part(quote, 'punctuation.definition.string.end'));

  return {
    $comment: 'Generated by scripts/generate/grammar.mjs from schemas/. Do not edit.',
    name: 'SDS',
    scopeName: `source${SUFFIX}`,
    patterns: [
      { match: '^(?:---|\\.\\.\\.)(?=\\s|$)', name: scope('keyword.other.document') },
      { match: '^%.*$', name: scope('keyword.other.directive') },
      ...include('place'),
    ],
    repository: {
      // Where an entry may begin, or a value stand.
      place: { patterns: include('comment', 'wide-comment', 'block-scalar', 'item', 'list-entry', 'mistyped-entry', 'text-entry', 'entry', 'value') },
      // The same behind a text that has begun: its further lines may hold 「注意：」 or ＃ as they like.
      text: { patterns: include('comment', 'block-scalar', 'list-entry', 'text-entry', 'entry', 'value') },

      comment: { patterns: include('question-comment', 'section-comment', 'suppression', 'plain-comment') },
      'question-comment': commentRule('comment.block.documentation.question', part('#\\?', SCOPES.hash), part('.*', '', include('reference'))),
      'section-comment': commentRule('comment.block.documentation.section', part('#=', SCOPES.hash), '[ \\t]*', part('.*', 'markup.heading.section')),
      suppression: commentRule('comment.line.number-sign.suppression',
        part('#', SCOPES.hash), '[ \\t]*', part('sds-disable(?:-next-line|-line)?(?=[ \\t]|$)', 'keyword.control.directive.suppression'),
        part('.*?', '', [{ match: '[^\\s,]+', name: scope('entity.name.type.code') }]),
        '(?:[ \\t]', part('--', 'punctuation.separator.reason'), part('(?:[ \\t].*)?', ''), ')?$'),
      'plain-comment': commentRule('comment.line.number-sign', part('#', SCOPES.hash), '.*'),
      'wide-comment': { ...match(`^${BLANK}*`, part(wide.comment, SCOPES.wide), part('.*', 'comment.line.number-sign')) },

      'block-scalar': { patterns: [
        blockText([...any, ...ascii, '[ \\t]+', properties, ...header], deeper),
        blockText([...known, ...mistyped, properties, ...header], deeper),
        blockText([dash, ' ', ...any, ...ascii, '[ \\t]+', properties, ...header], inDash),
        blockText([dash, '[ \\t]+', properties, ...header], deeper),
      ] },
      item: { patterns: [
        entry([dash, ' ', ...any, ...ascii], inDash, include('place')),
        entry([dash, '(?=[ \\t]|$)'], deeper, include('place')),
      ] },
      'list-entry': { patterns: [...listEntry(words.referencesKey, 'references'), ...listEntry(words.citesKey, 'cites')] },
      'mistyped-entry': { patterns: [
        entry([...textKey, ...mistyped], deeper, include('text')),
        entry([...known, ...mistyped], anything, include('place')),
      ] },
      'text-entry': { patterns: [
        entry([...textKey, ...ascii], deeper, include('text')),
        entry([...any, ...ascii, `[ \\t]+(?=${PLAIN_START})`], deeper, include('text')),
      ] },
      entry: entry([...any, ...ascii], anything, include('place')),

      value: { patterns: [
        ...include('property', 'quoted', 'flow'),
        ...answer(END),
        text(PLAIN),
        text(`\\S(?:[^#]|(?<=\\S)#)*?${END}`),
      ] },
      property: { patterns: [
        { match: '(?<!\\S)(&)[^\\s,\\[\\]{}]+', name: scope('entity.name.type.anchor'), captures: { 1: { name: scope('punctuation.definition.anchor') } } },
        { match: '(?<![^\\s,\\[{:])(\\*)[^\\s,\\[\\]{}]+', name: scope('variable.other.alias'), captures: { 1: { name: scope('punctuation.definition.alias') } } },
        { match: '(?<!\\S)![^\\s,\\[\\]{}]*', name: scope('storage.type.tag') },
      ] },
      quoted: { patterns: [
        quotedAnswer('"'),
        quotedAnswer("'"),
        pair([part('"', 'punctuation.definition.string.begin')], [part('"', 'punctuation.definition.string.end')], 'string.quoted.double', [
          { match: '\\\\(?:[0abtnvfre "/\\\\N_LP]|x\\h{2}|u\\h{4}|U\\h{8}|$)', name: scope('constant.character.escape') },
          { match: '\\\\.', name: scope('invalid.illegal.escape') },
          ...include('reference'),
        ]),
        pair([part("'", 'punctuation.definition.string.begin')], [part("'(?!')", 'punctuation.definition.string.end')], 'string.quoted.single', [
          { match: "''", name: scope('constant.character.escape') },
          ...include('reference'),
        ]),
      ] },

      flow: { patterns: [
        pair([part('\\[', 'punctuation.definition.sequence.begin')], [part('\\]', 'punctuation.definition.sequence.end')], '', include('in-flow')),
        pair(['(?:', part('\\{', 'punctuation.definition.mapping.begin'), '|', part(`${wide.mapOpen}(?=${nextKey})`, SCOPES.wide), ')'],
          ['(?:', part('\\}', 'punctuation.definition.mapping.end'), '|', part(wide.mapClose, SCOPES.wide), ')'], '', include('in-flow')),
      ] },
      'in-flow': { patterns: [
        ...include('comment', 'property', 'quoted', 'flow'),
        listInBraces(words.referencesKey, 'references'),
        listInBraces(words.citesKey, 'cites'),
        match('(?<![^\\s,{、，｛])', ...inBraces, '[ \\t]*', wideColon, `${BLANK}*`),
        match(...anyInBraces, '[ \\t]*', part(':(?=[\\s,\\[\\]{}]|$)', SCOPES.colon)),
        { match: ',', name: scope(SCOPES.comma) },
        { match: `${wide.comma}(?=${nextKey})`, name: scope(SCOPES.wide) },
        ...answer(flowEnd),
        text(`${FLOW_START}${FLOW_REST}${flowEnd}`),
      ] },

      reference: { match: reference(words.references, true), name: scope(SCOPES.reference) },
      // Where references are expected, a bare section counts too.
      references: { match: reference(words.references, false), name: scope(SCOPES.reference) },
      'references-list': list('references'),
      'references-value': { patterns: listOrItem('references') },
      cites: { patterns: [
        { match: `(?<![^\\s,:\\[${escape('：、，［')}])[0-9０-９]+(?=[\\s,\\]}${escape('、，］｝')}]|$)`, name: scope(SCOPES.remark) },
        { match: `(?<![^\\s:：])${oneOf([...words.noRemark, '－'])}(?=[\\s,}]|$)`, name: scope(SCOPES.noRemark) },
      ] },
      'cites-list': list('cites'),
      'cites-value': { patterns: listOrItem('cites') },
    },
  };
}
