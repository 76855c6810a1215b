/** What the preview's page and the extension say to each other. */
import type { SheetEdit } from '../../../server/src/edits/answering/edit.ts';
import type { PreviewView } from '../../../server/src/render/preview.ts';
import type { PreviewSummary } from '../../../server/src/render/summary.ts';

/** How a page is used. */
export interface PageMode {
  view: PreviewView;
  /** Nothing can be answered: somebody wants to read only, or the document cannot be written. */
  readOnly: boolean;
  /** The page stands in place of the text (custom editor): there is no source beside it to lead to. */
  alone: boolean;
  /** The preview stays with its sheet; the page keeps that for when it is restored. */
  locked: boolean;
}

export type ToPage =
  | {
    type: 'update';
    /** Which document it is, so that the page knows when another one takes its place. */
    uri: string;
    /** The document's version that is shown; what the page asks for is about this one. */
    version: number;
    /** The sheet's name. */
    title: string;
    html: string;
    summary: PreviewSummary;
    mode: PageMode;
  }
  /** The line that the cursor is on, from zero; absent while no editor has the sheet. */
  | { type: 'cursor'; line?: number }
  /** Show this line of the text at the top; fractions lie within lines. */
  | { type: 'scroll'; line: number }
  /** The fixes for a finding that was asked about. `title`s in order; they are named by their places. */
  | { type: 'fixes'; id: number; titles: string[] }
  /** What is known of a reference, as HTML that the page must reduce to what it knows; empty for nothing. */
  | { type: 'reference'; id: number; html: string }
  /** The edits that were asked for by this number are in the sheet. */
  | { type: 'done'; id: number }
  /** What was asked for, edits by their number, could not be done; the page shows what is now. */
  | { type: 'refused'; id?: number; reason: string };

export type FromPage =
  /** The page's script runs: what was sent before is lost. */
  | { type: 'ready' }
  /** Go to a place in the text; line and UTF-16 column from zero. */
  | { type: 'reveal'; line: number; character: number }
  /** The line of the text that stands at the top, with fractions. */
  | { type: 'scrolled'; line: number }
  /** Several are made together, to be undone together. */
  | { type: 'edit'; id: number; version: number; edits: SheetEdit[] }
  /** Which fixes does the finding have that begins at this place? Without a code: what can be done to the row at this place? */
  | { type: 'fixes'; id: number; version: number; line: number; character: number; code: string }
  /** Make the fix with this place among those that were told for `id`. */
  | { type: 'fix'; id: number; index: number }
  | { type: 'reference'; id: number; reference: string }
  | { type: 'view'; view: PreviewView }
  | { type: 'readOnly'; readOnly: boolean }
  | { type: 'undo' }
  | { type: 'redo' };

/** What the page keeps for when it is shown again, or restored after a restart. */
export interface PageState {
  uri: string;
  /** Pixels. */
  scroll: number;
  view?: PreviewView;
  readOnly?: boolean;
  /** The preview stays with its sheet. */
  locked?: boolean;
}

const VIEWS: readonly string[] = ['form', 'guideline', 'exceptions'] satisfies PreviewView[];

/** @returns the state if it is one; what is restored may be of another version of the extension */
export function pageState(value: unknown): PageState | undefined {
  const { uri, scroll, view, readOnly, locked } = (value ?? {}) as Partial<Record<keyof PageState, unknown>>;
  if (typeof uri !== 'string') return undefined;
  return {
    uri, scroll: typeof scroll === 'number' ? scroll : 0,
    ...(isView(view) ? { view } : {}), ...(readOnly === true ? { readOnly } : {}), ...(locked === true ? { locked } : {}),
  };
}

/** @returns the message if it is one that the extension knows, with nothing in it but what it knows */
export function fromPage(value: unknown): FromPage | undefined {
  const message = (value ?? {}) as Record<string, unknown>;
  const { type, id, version, line, character, code, index, reference, view, readOnly } = message;
  switch (type) {
    case 'ready': case 'undo': case 'redo': return { type };
    case 'reveal': return isCount(line) && isCount(character) ? { type, line, character } : undefined;
    case 'scrolled': return typeof line === 'number' && line >= 0 && Number.isFinite(line) ? { type, line } : undefined;
    case 'edit': {
      const given: unknown = message['edits'];
      const edits = Array.isArray(given) ? given.map(sheetEdit) : [];
      return edits.length > 0 && edits.every((edit) => edit !== undefined) && isCount(id) && isCount(version) ? { type, id, version, edits } : undefined;
    }
    case 'fixes': return isCount(id) && isCount(version) && isCount(line) && isCount(character) && typeof code === 'string' ? { type, id, version, line, character, code } : undefined;
    case 'fix': return isCount(id) && isCount(index) ? { type, id, index } : undefined;
    case 'reference': return isCount(id) && typeof reference === 'string' ? { type, id, reference } : undefined;
    case 'view': return isView(view) ? { type, view } : undefined;
    case 'readOnly': return typeof readOnly === 'boolean' ? { type, readOnly } : undefined;
    default: return undefined;
  }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0;
}

function isView(value: unknown): value is PreviewView {
  return typeof value === 'string' && VIEWS.includes(value);
}

/** The fields of each kind of edit, all of them text; `text` of a mark may be null. */
const EDITS = {
  'answer': ['row', 'word'], 'row-remark': ['row', 'text'], 'cite': ['row', 'remark'], 'uncite': ['row', 'remark'], 'remark': ['remark', 'text'],
  'provisional': ['row', 'text'], 'field': ['field', 'text'], 'form': ['form'],
} satisfies Record<SheetEdit['kind'], string[]>;

function sheetEdit(value: unknown): SheetEdit | undefined {
  const given = (value ?? {}) as Record<string, unknown>;
  const { kind } = given;
  if (typeof kind !== 'string' || !Object.hasOwn(EDITS, kind)) return undefined;
  const names = EDITS[kind as SheetEdit['kind']];
  const right = names.every((name) => typeof given[name] === 'string' || (kind === 'provisional' && name === 'text' && given[name] === null));
  if (!right) return undefined;
  const edit: unknown = Object.fromEntries([['kind', kind], ...names.map((name) => [name, given[name]])]);
  return edit as SheetEdit;
}
