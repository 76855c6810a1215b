import { ErrorCodes, ResponseError, type Connection, type MessageStrategy } from 'vscode-languageserver';
import type { MessageKey, Translate } from '../l10n/translate.ts';

type Test = (value: unknown) => boolean;
/** What a value is like: as a test says, a list of one shape, or an object whose members are of theirs; it may have others besides. */
type Shape = Test | [Shape] | { [member: string]: Shape };
/** Of what is called so, what it is like. All that apply hold. */
type Rules = [names: RegExp, shape: Shape][];

const fits = (value: unknown, shape: Shape): boolean => {
  if (typeof shape === 'function') return shape(value);
  if (Array.isArray(shape)) return Array.isArray(value) && value.every((one) => fits(one, shape[0]));
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    && Object.entries(shape).every(([member, of]) => fits((value as Record<string, unknown>)[member], of));
};
const follows = (value: unknown, name: string, rules: Rules): boolean => rules.every(([names, shape]) => !names.test(name) || fits(value, shape));
const optional = (shape: Shape): Test => (value) => value === undefined || fits(value, shape);
const nullable = (shape: Shape): Test => (value) => value === null || fits(value, shape);

const text: Test = (value) => typeof value === 'string';
const number: Test = Number.isInteger;
const count: Test = (value) => number(value) && (value as number) >= 0;
const position = { line: count, character: count };
const range = { start: position, end: position };
const files: Shape = [{ uri: text }];
const texts: Test = (value) => fits(value, {}) && fits(Object.values(value as object), [text]);

const EDITS: Rules = [
  [/^answer/, { word: text }],
  [/^(answer|row|u?n?cite|provisional)/, { row: text }],
  [/cite|^remark/, { remark: text }],
  [/remark|field/, { text }],
  [/^provisional/, { text: nullable(text) }],
  [/^field/, { field: text }],
  [/^form/, { form: text }],
];
const edit: Test = (value) => fits(value, { kind: text }) && follows(value, (value as { kind: string }).kind, EDITS);

const MESSAGES: Rules = [
  [/^initialize$/, { capabilities: optional(nullable({})), workspaceFolders: optional(nullable(files)), rootUri: optional(nullable(text)), locale: optional(nullable(text)) }],
  [/^textDocument\//, { textDocument: { uri: text } }],
  [/^sds\/(?!forms|new|import)/, { uri: text }],
  [/^sds\//, { uri: optional(text), view: optional(text), sectionOf: optional(text) }],
  [/\/resolve$|Configuration$|^\$\/|^window/, {}],
  [/\/(completion|hover|definition|documentHighlight|(prepareR|r)ename|references|onType\w+|openQuestion|problem)$/, { position }],
  [/\/(codeAction|range(Formatting)?|inlayHint)$/, { range }],
  [/\/codeAction$/, { context: { diagnostics: optional([{ range }]), only: optional([text]) } }],
  [/ormatting$/, { options: { tabSize: count } }],
  [/\/references$/, { context: {} }],
  [/\/rename$/, { newName: text }],
  [/\/onType/, { ch: text }],
  [/\/selectionRange$/, { positions: [position] }],
  [/\/didOpen$/, { textDocument: { text } }],
  [/\/didChange$/, { textDocument: { version: number }, contentChanges: [{ text, range: optional(range) }] }],
  [/^workspace\/symbol$/, { query: text }],
  [/^workspace\/diagnostic$/, { previousResultIds: files }],
  [/WatchedFiles$/, { changes: files }],
  [/WorkspaceFolders$/, { event: { added: files, removed: files } }],
  [/\/newSheet$/, { form: text, header: texts }],
  [/\/importGuideline$/, { text, name: text }],
  [/\/report$/, { name: text }],
  [/\/lookUp$/, { what: text }],
  [/\/reference$/, { reference: text }],
  [/\/proposeAnswer$/, { proposal: { row: text, answer: text, remark: optional(text), reason: optional(text) } }],
  [/\/edit$/, { version: number, edits: [edit] }],
];

const REFUSED = 'refused';
/** Of each code, what is said with it. */
const REASONS = {
  [ErrorCodes.InvalidParams]: 'server.malformed',
  [ErrorCodes.ServerNotInitialized]: 'server.not-begun',
  [ErrorCodes.InvalidRequest]: 'server.out-of-turn',
} as const satisfies Record<number, MessageKey>;
type Code = keyof typeof REASONS;

/**
 * @returns what keeps from the handlers of a connection the messages that come before it is initialised or after it is shut down,
 *   and those whose parameters they could not take for what they should be. Such a notification is dropped; such a request is
 *   answered, once `refuseMalformed` has been called
 */
export function onlyWellFormed(): MessageStrategy {
  let phase: 'new' | 'begun' | 'ended' = 'new';
  return {
    handleMessage(message, next) {
      const { method, id, params } = message as { method?: string; id?: unknown; params?: unknown };
      if (method === undefined || method === 'exit') return next(message);
      const code = codeFor(method, params, phase);
      if (code !== undefined) return id === undefined ? undefined : next({ ...message, method: REFUSED, params: { method, code } } as typeof message);
      if (method === 'shutdown') phase = 'ended';
      if (method !== 'initialize') return next(message);
      phase = 'begun';
      const { capabilities } = params as { capabilities?: object | null };
      // A client may say nothing of what it can do; the library does not expect that.
      return next({ ...message, params: { ...params as object, capabilities: capabilities ?? {} } } as typeof message);
    },
  };
}

function codeFor(method: string, params: unknown, phase: 'new' | 'begun' | 'ended'): Code | undefined {
  const begins = method === 'initialize';
  if (phase === 'new' && !begins) return ErrorCodes.ServerNotInitialized;
  if (phase === 'ended' || (begins && phase === 'begun')) return ErrorCodes.InvalidRequest;
  return follows(params, method, MESSAGES) && method !== REFUSED ? undefined : ErrorCodes.InvalidParams;
}

/** Answers refused requests. They are the client's fault, and nothing for the log. */
export function refuseMalformed(connection: Connection, translate: Translate): void {
  connection.onRequest(REFUSED, ({ method, code }: { method: string; code: Code }) =>
    new ResponseError(code, translate({ key: REASONS[code], args: { method } })));
}
