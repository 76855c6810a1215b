/** What this project's client and server say to each other beyond the language server protocol. */

/** Asks for the preview of an open sheet. */
export const PREVIEW_REQUEST = 'sds/preview';

export interface PreviewParams {
  uri: string;
}

/** Null when the server has no such document. */
export type PreviewResult = Preview | null;

export interface Preview {
  /** The document's version that was rendered. */
  version: number;
  /** The sheet's name, plain text. */
  title: string;
  /** The page's content, escaped; without styles and scripts. */
  html: string;
}

/** Tells a client that asked for previews that they may be different now, for another reason than an edit. */
export const PREVIEW_CHANGED = 'sds/previewChanged';

/** Asks for the check before sending of an open sheet. */
export const REPORT_REQUEST = 'sds/report';

export interface ReportParams {
  uri: string;
  /** What the report calls the sheet: its file's name. */
  name: string;
}

/** A Markdown document; null when the server has no such document. */
export type ReportResult = { markdown: string } | null;
