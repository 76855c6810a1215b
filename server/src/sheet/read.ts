import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Catalogue } from '../catalogue/catalogue.ts';
import type { Row } from '../catalogue/form-index.ts';
import { fold } from '../text/fold.ts';
import { readAnswers } from './answers.ts';
import { nestsTooDeep } from './depth.ts';
import type { LineMap } from './lines.ts';
import type { AnswerEntry, RemarkEntry, Sheet } from './model.ts';
import { NodeReader, onlyText, unwritten, type Member, type Value } from './nodes.ts';
import { NoticeBoard } from './notice-board.ts';
import { readRemarks } from './remarks.ts';
import { applyEdits, withoutMark } from './repair.ts';
import { createRoles, type Roles } from './roles.ts';
import { commentsOnTop, runsOf } from './runs.ts';
import { scanLines } from './scan.ts';
import { LIMITS, parseYaml } from './yaml.ts';

const rolesOf = new WeakMap<Catalogue, Roles>();

/**
 * Reads a sheet: one pass over its lines, one parse. Never throws; a broken document gives the best
 * model possible, with notices that tell what is wrong with it.
 * @param shorten whether the first of plain pairs is parsed for all of them; without, the same comes of it more slowly
 * @returns a model whose spans are UTF-16 offsets in `document`
 */
export function readSheet(document: TextDocument, catalogue: Catalogue, shorten = true): Sheet {
  const text = document.getText();
  let roles = rolesOf.get(catalogue);
  if (!roles) rolesOf.set(catalogue, roles = createRoles(catalogue));
  const board = new NoticeBoard(document);
  const limit = pastLimit(document);
  const scanned = limit ? NOTHING : scanLines(text, roles, catalogue.dialect.punctuation);
  const isLong = scanned.slots.length + scanned.listed > LIMITS.entries;
  const lines = isLong ? NOTHING : scanned;
  const sheet = emptySheet(document, catalogue, lines, board);
  if (limit || isLong) {
    sheet.pastLimit = { kind: 'syntax', span: { start: 0, end: 1 }, cause: limit ?? 'too-long', text: '' };
    board.add(sheet.pastLimit);
    return sheet;
  }
  board.repairs(lines.repairs);
  const root = readTree(text, lines, board, shorten);
  if (root?.kind === 'map') readTop(sheet, root, board);
  else if (root) board.shape(root.span, 'map', 'sheet');
  return sheet;
}

const NOTHING: LineMap = { lines: [], slots: [], repairs: [], listed: 0 };

/** @returns the limit that a text is past, so that it is not even looked through by lines */
function pastLimit(document: TextDocument): 'too-large' | 'too-long' | 'too-deep' | undefined {
  const text = document.getText();
  if (text.length > LIMITS.characters) return 'too-large';
  if (document.lineCount > LIMITS.lines) return 'too-long';
  return nestsTooDeep(text) ? 'too-deep' : undefined;
}

function readTree(text: string, lines: LineMap, board: NoticeBoard, shorten: boolean): Value | undefined {
  // An alias stands for what may be a run, and is counted.
  const runs = shorten && !text.includes('*') ? runsOf(text, lines) : [];
  const unread = runs.length > 0 ? [...commentsOnTop(text), ...runs.map(({ edit }) => edit)] : [];
  const repaired = withoutMark(applyEdits(text, [...lines.repairs, ...unread]));
  const parsed = parseYaml(repaired);
  const reader = new NodeReader(repaired, parsed, runs);
  const root = reader.value(parsed.contents);
  if (reader.left > 0) return readTree(text, lines, board, false);
  board.syntax(parsed.notices);
  if (reader.tooDeep && !parsed.notices.some(({ cause }) => cause === 'too-deep')) {
    board.syntax([{ kind: 'syntax', span: { start: reader.tooDeep.start, end: reader.tooDeep.start + 1 }, cause: 'too-deep', text: '' }]);
  }
  return root;
}

function readTop(sheet: Sheet, { members, unnamed }: Value & { kind: 'map' }, board: NoticeBoard): void {
  board.unnamed(unnamed);
  const { dialect } = sheet.catalogue;
  const first = new Map<string, Member>();
  for (const member of members) board.firstOf(first, fold(member.key.value), member);
  const find = (key: string): Member | undefined => first.get(fold(key));

  const form = find(dialect.sheet.form.key);
  if (form) readForm(sheet, form, board);
  const roles = new Map(Object.values(dialect.sheet).map((data) => [fold(data.key), data]));
  for (const [name, member] of first) {
    const role = roles.get(name);
    if (role) board.spelling(member.key, role.key);
    else if (sheet.form) readHeader(sheet, member, members, board);
  }
  const remarks = find(dialect.sheet.remarks.key);
  if (remarks) {
    sheet.remarksKey = remarks.key;
    sheet.remarksSpan = remarks.span;
    if (remarks.value?.kind === 'map') sheet.remarks = readRemarks(remarks.value, board);
    else if (remarks.value) board.shape(remarks.value.span, 'remarks', dialect.sheet.remarks.key);
  }
  const answers = find(dialect.sheet.answers.key);
  if (!answers) return;
  sheet.answersKey = answers.key;
  sheet.answersSpan = answers.span;
  if (answers.value?.kind === 'map') sheet.answers = readAnswers(sheet, answers.value, board);
  else if (answers.value) board.shape(answers.value.span, 'answers', dialect.sheet.answers.key);
}

function readForm(sheet: Sheet, member: Member, board: NoticeBoard): void {
  sheet.formKey = member.key;
  const text = textOf(member.value, board, sheet.catalogue.dialect.sheet.form.key);
  if (!text) return;
  sheet.formText = text;
  const form = sheet.catalogue.form(text.value);
  if (!form) return;
  sheet.form = form;
  const guideline = sheet.catalogue.guidelineOf(form);
  if (guideline) sheet.guideline = guideline;
  board.spelling(text, form.id);
}

function readHeader(sheet: Sheet, member: Member, members: Member[], board: NoticeBoard): void {
  const field = sheet.form!.field(member.key.value);
  if (!field) {
    const keys = [...Object.values(sheet.catalogue.dialect.sheet).map((data) => data.key), ...sheet.form!.header.map((one) => one.key)];
    board.add({ kind: 'unknown-key', span: member.key.span, key: member.key.value, place: 'sheet', known: keys, free: unwritten(keys, members), entry: member.span });
    return;
  }
  board.spelling(member.key, field.key);
  const value = textOf(member.value, board, field.key);
  sheet.header.push({ key: member.key, field, span: member.span, ...(value && value.value.trim() !== '' ? { value } : {}) });
}

/** @returns the text of a value that must be one; anything else is noticed */
function textOf(value: Value | undefined, board: NoticeBoard, place: string): (Value & { kind: 'text' })['text'] | undefined {
  if (value?.kind === 'text') return value.text;
  if (value) board.shape(value.span, 'text', place, undefined, onlyText(value));
  return undefined;
}

function emptySheet(document: TextDocument, catalogue: Catalogue, lines: LineMap, board: NoticeBoard): Sheet {
  const entries = (): Map<Row, AnswerEntry[]> => {
    const map = new Map<Row, AnswerEntry[]>();
    for (const entry of sheet.answers) {
      if (!entry.row) continue;
      const list = map.get(entry.row);
      if (list) list.push(entry);
      else map.set(entry.row, [entry]);
    }
    return map;
  };
  let byRow: Map<Row, AnswerEntry[]> | undefined;
  let byKey: Map<string, RemarkEntry> | undefined;
  const sheet: Sheet = {
    document, catalogue, lines, header: [], answers: [], remarks: [], notices: board.notices, worked: new Map(),
    entriesOf: (row) => (byRow ??= entries()).get(row) ?? [],
    entryOf: (row) => (byRow ??= entries()).get(row)?.[0],
    remark: (key) => {
      byKey ??= new Map([...sheet.remarks].reverse().map((remark) => [fold(remark.key.value), remark]));
      return byKey.get(fold(key));
    },
  };
  return sheet;
}
