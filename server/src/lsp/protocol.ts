import type { Position, Range } from 'vscode-languageserver-types';
import type { OpenQuestion } from '../features/navigation/open-question.ts';

/** What this project's client and server say to each other beyond the language server protocol. */
import type { TextEdit } from 'vscode-languageserver-types';
import type { SheetEdit } from '../edits/answering/edit.ts';
import type { OpenRow } from '../features/open-rows.ts';
import type { Proposal, Proposed, Refusal } from '../features/proposal.ts';
import type { SheetState } from '../features/sheet-state.ts';
import type { PreviewView, RenderedPreview } from '../render/preview.ts';
import type { Entry, Stamp } from '../workspace/files.ts';

/** Asks for the preview of an open sheet. */
export const PREVIEW_REQUEST = 'sds/preview';

export interface PreviewParams {
  uri: string;
  view?: PreviewView;
}

/** Null when the server has no such document. */
export type PreviewResult = Preview | null;

export interface Preview extends RenderedPreview {
  /** The document's version that was rendered. */
  version: number;
}

/** Asks for the edits that do something to an open sheet. */
export const EDIT_REQUEST = 'sds/edit';

export interface EditParams {
  uri: string;
  /** The version that the page shows; edits are made for no other. */
  version: number;
  /** One after the other. */
  edits: SheetEdit[];
}

/** Null where it cannot be done: another version, a text that cannot be read, a row that takes no such answer. */
export type EditResult = { edits: TextEdit[] } | null;

/** Asks what the editor's hover says of a reference to the guideline of an open sheet's form. */
export const REFERENCE_REQUEST = 'sds/reference';

export interface ReferenceParams {
  uri: string;
  /** As the form or the sheet writes it. */
  reference: string;
}

/** Markdown; null for what is no reference. */
export type ReferenceResult = { markdown: string } | null;

/** Asks for an open sheet as a page to be printed or sent: one file without scripts. */
export const RENDER_REQUEST = 'sds/render';

export interface RenderParams {
  uri: string;
}

export type RenderResult = { html: string; title: string } | null;

/** Tells a client that asked for previews that they may be different now, for another reason than an edit. */
export const PREVIEW_CHANGED = 'sds/previewChanged';

/** Asks how far an open sheet is. */
export const STATE_REQUEST = 'sds/state';

export interface StateParams {
  uri: string;
}

/** Null when the server has no such document. */
export type StateResult = (SheetState & { version: number }) | null;

/** Asks where an open sheet has comments that repeat the form's questions. */
export const QUESTION_LINES_REQUEST = 'sds/questionLines';

export interface QuestionLinesParams {
  uri: string;
}

/** Zero-based lines. Null when the server has no such document. */
export type QuestionLinesResult = {
  version: number;
  /** The comments, those that stand one below the other together; the last line included. */
  runs: { first: number; last: number }[];
  /** Where the folds begin that hide them. */
  folds: number[];
} | null;

/** Asks for the check before sending of an open sheet. */
export const REPORT_REQUEST = 'sds/report';

export interface ReportParams {
  uri: string;
  /** What the report calls the sheet: its file's name. */
  name: string;
}

/** A Markdown document; null when the server has no such document. */
export type ReportResult = { markdown: string } | null;

/** Asks which forms there are for a new sheet. */
export const FORMS_REQUEST = 'sds/forms';

export interface FormsParams {
  /** The folder that the sheet will belong to, if any. */
  uri?: string;
}

export type FormsResult = FormSummary[];

export interface FormSummary {
  id: string;
  title: string;
  fields: { key: string; description: string; required: boolean; suggested?: string }[];
}

/** Asks for the text of a new sheet: its header, and every row that may apply, empty, below its question. */
export const NEW_SHEET_REQUEST = 'sds/newSheet';

export interface NewSheetParams extends FormsParams {
  form: string;
  header: Record<string, string>;
}

/** Null for a form that is not installed. */
export type NewSheetResult = { text: string } | null;
/** Asks where the open question is that comes after, or before, a place in an open sheet. */
export const OPEN_QUESTION_REQUEST = 'sds/openQuestion';

/** Asks where the problem is that comes after, or before, a place in an open sheet. */
export const PROBLEM_REQUEST = 'sds/problem';

export interface NavigationParams {
  uri: string;
  position: Position;
  backwards?: boolean;
  /** A row's id: only its section is looked through. */
  sectionOf?: string;
}

/** Null when the server has no such document. The version is the document's that the answer is about. */
export type OpenQuestionResult = (OpenQuestion & { version: number }) | null;

/** Without a range when there is no problem. */
export type ProblemResult = { version: number; range?: Range } | null;

/** Asks to take a guideline's text apart, of those that hold in a folder. */
export const IMPORT_REQUEST = 'sds/importGuideline';

export interface ImportParams {
  /** The folder; without one, what ships. */
  uri?: string;
  text: string;
  /** The name of the file that the text is from. */
  name: string;
}

export type ImportResult =
  /** Why nothing can be imported, in the session's language. */
  | { problem: string }
  | {
    /** What was found and what not, as Markdown. */
    report: string;
    file: {
      /** Relative to the folder. */
      path: string;
      /** Where it holds for all sheets of the user; absent where there is no such place. */
      ofUser?: string;
      text: string;
    };
  };

/** Asks what a hover says of a question or of a guideline's item, for an open sheet. */
export const LOOK_UP_REQUEST = 'sds/lookUp';

export interface LookUpParams {
  uri: string;
  /** A row's id, or a reference. */
  what: string;
}

/** Null for what is neither. */
export type LookUpResult = { markdown: string } | null;

/** Asks which rows of an open sheet still have to be answered. */
export const OPEN_ROWS_REQUEST = 'sds/openRows';

export interface OpenRowsParams {
  uri: string;
}

/** Null when the form is unknown. */
export type OpenRowsResult = { rows: OpenRow[] } | null;

/** Asks what a proposed answer would do to an open sheet. Nothing is changed. */
export const PROPOSE_REQUEST = 'sds/proposeAnswer';

export interface ProposeParams {
  uri: string;
  proposal: Proposal;
}

/** The edits are of the document's version that is named beside them. Null for a document that is not open. */
export type ProposeResult = (Omit<Proposed, 'edits'> & { version: number; edits: TextEdit[] }) | Refusal | null;

/** On the command line of a server that may ask its client for files that are not the computer's, such as a repository's. */
export const CLIENT_FILES = '--client-files';

/**
 * A server without files of its own, or with `CLIENT_FILES`, asks the client for what lies in the open folders: the text of
 * a file, what a folder holds, what tells one state of a file from another. A client that has no such file answers null;
 * what cannot be read is an error whose message is the reason.
 */
export const READ_FILE_REQUEST = 'sds/readFile';
export const LIST_FOLDER_REQUEST = 'sds/listFolder';
export const FILE_STAMP_REQUEST = 'sds/fileStamp';

export interface FileParams {
  uri: string;
}

/** The text is null where the file is not UTF-8. */
export type ReadFileResult = { text: string | null } | null;
export type ListFolderResult = Entry[] | null;
export type FileStampResult = Stamp | null;
