import type { Position, Range } from 'vscode-languageserver';

/** Where something is asked. */
export interface Place {
  uri: string;
  /** The version of the document, or what a client takes for it. */
  version: number;
  range: Range;
  position: Position;
}

type Params = Place & { textDocument: { uri: string } };
type Asked = [method: string, params: (place: Params) => object];

const OPTIONS = { tabSize: 2, insertSpaces: true };
const at = (name: string): Asked => [`textDocument/${name}`, ({ textDocument, position }) => ({ textDocument, position })];
const whole = (name: string): Asked => [`textDocument/${name}`, ({ textDocument }) => ({ textDocument })];
const own = (name: string, params: object = {}): Asked => [`sds/${name}`, ({ uri }) => ({ uri, ...params })];
const edit = (...edits: object[]): Asked => ['sds/edit', ({ uri, version }) => ({ uri, version, edits })];

/** Everything that is asked about one document. */
const DOCUMENT: readonly Asked[] = [
  ...['completion', 'hover', 'definition', 'documentHighlight', 'prepareRename'].map(at),
  ...['documentSymbol', 'foldingRange', 'semanticTokens/full', 'codeLens', 'documentLink', 'diagnostic'].map(whole),
  ['textDocument/references', ({ textDocument, position }) => ({ textDocument, position, context: { includeDeclaration: true } })],
  ['textDocument/rename', ({ textDocument, position }) => ({ textDocument, position, newName: '9' })],
  ['textDocument/rename', ({ textDocument, position }) => ({ textDocument, position, newName: '__proto__: 𠮟\n' })],
  ['textDocument/codeAction', ({ textDocument, range }) => ({ textDocument, range, context: { diagnostics: [] } })],
  ['textDocument/codeAction', ({ textDocument, range }) => ({ textDocument, range, context: { diagnostics: [], only: ['source'] } })],
  ['textDocument/selectionRange', ({ textDocument, range }) => ({ textDocument, positions: [range.start, range.end] })],
  ['textDocument/semanticTokens/range', ({ textDocument, range }) => ({ textDocument, range })],
  ['textDocument/inlayHint', ({ textDocument, range }) => ({ textDocument, range })],
  ['textDocument/formatting', ({ textDocument }) => ({ textDocument, options: OPTIONS })],
  ['textDocument/rangeFormatting', ({ textDocument, range }) => ({ textDocument, range, options: OPTIONS })],
  ['textDocument/onTypeFormatting', ({ textDocument, position }) => ({ textDocument, position, ch: '\n', options: OPTIONS })],
  ...['form', 'guideline', 'exceptions'].map((view) => own('preview', { view })),
  ...['state', 'questionLines', 'render', 'openRows'].map((name) => own(name)),
  own('report', { name: 'a' }),
  own('lookUp', { what: '21' }),
  own('lookUp', { what: 'constructor' }),
  own('reference', { reference: '6.11.C8' }),
  own('proposeAnswer', { proposal: { row: '3', answer: 'いいえ', remark: '𠮟\nる', reason: '確認中' } }),
  own('proposeAnswer', { proposal: { row: '__proto__', answer: 'constructor' } }),
  edit(),
  edit({ kind: 'answer', row: '3', word: 'いいえ' }),
  edit({ kind: 'row-remark', row: '4', text: 'あ\r\n# い: "' }, { kind: 'remark', remark: '1', text: '𠮟: \n- う' }, { kind: 'uncite', row: '3', remark: '1' }),
  edit({ kind: 'cite', row: '3', remark: 'constructor' }, { kind: 'provisional', row: '3', text: 'あ' }),
  edit({ kind: 'field', field: 'サービス名称', text: '__proto__' }, { kind: 'field', field: 'toString', text: '' }),
  edit({ kind: 'form', form: 'hasOwnProperty' }),
  ['sds/openQuestion', ({ uri, position }) => ({ uri, position, backwards: true, sectionOf: '17' })],
  ['sds/openQuestion', ({ uri, position }) => ({ uri, position })],
  ['sds/problem', ({ uri, position }) => ({ uri, position })],
];

/** And of what there is besides. */
const BESIDES: readonly Asked[] = [
  ['workspace/symbol', () => ({ query: '備考' })],
  ['workspace/diagnostic', () => ({ previousResultIds: [{ uri: 'file:///gone.sds.yaml', value: 'x' }] })],
  ['sds/forms', () => ({})],
  ['sds/newSheet', ({ uri }) => ({ uri, form: 'SDS-4.0', header: { サービス名称: '𠮟: "', constructor: '1' } })],
  ['sds/newSheet', () => ({ form: '__proto__', header: {} })],
  ['sds/importGuideline', () => ({ text: '第1章\n1. あ\n', name: 'a.txt' })],
];

export interface Request {
  method: string;
  params: object;
}

/** @returns one of all that a client can ask for; numbers are taken modulo what there is */
export function request(what: number, place: Place): Request {
  const all = [...DOCUMENT, ...BESIDES];
  return made(all[what % all.length]!, place);
}

/** @returns one of all that a client can ask about one document, and that depends on nothing else */
export function documentRequest(what: number, place: Place): Request {
  return made(DOCUMENT[what % DOCUMENT.length]!, place);
}

/** @returns everything that a client can ask about one document at one place */
export function documentRequests(place: Place): Request[] {
  return DOCUMENT.map((asked) => made(asked, place));
}

/** @returns everything that a client can ask, at one place where it is about one */
export function requests(place: Place): Request[] {
  return [...DOCUMENT, ...BESIDES].map((asked) => made(asked, place));
}

/** @returns what asks for the rest of an answer, where some was left for later */
export function resolving(method: string, answer: unknown): Request | undefined {
  const items = Array.isArray(answer) ? answer : (answer as { items?: unknown[] } | null)?.items;
  const params = items?.at(-1) as object | undefined;
  const resolver = { 'textDocument/completion': 'completionItem/resolve', 'textDocument/codeAction': 'codeAction/resolve', 'textDocument/inlayHint': 'inlayHint/resolve' }[method];
  return resolver !== undefined && params ? { method: resolver, params } : undefined;
}

function made([method, params]: Asked, place: Place): Request {
  return { method, params: params({ ...place, textDocument: { uri: place.uri } }) };
}
