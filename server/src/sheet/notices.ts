import type { Span } from './model.ts';

/** An edit of the document: replace `span` by `text`. */
export interface Edit {
  span: Span;
  text: string;
}

/** What the reader noticed while it made the model; rules turn notices into findings. */
export type Notice =
  | SyntaxNotice
  | { kind: 'punctuation'; span: Span; edits: Edit[]; row?: string }
  | { kind: 'spelling'; span: Span; written: string; canonical: string; edit?: Edit; row?: string }
  | { kind: 'shape'; span: Span; expected: Expected; place: string; edits?: Edit[]; row?: string }
  /** `known`: the keys that there are. `free`: those of them that do not stand there yet. */
  | { kind: 'unknown-key'; span: Span; key: string; place: 'sheet' | 'answer' | 'options'; known: string[]; free: string[]; entry: Span; row?: string }
  | { kind: 'unknown-question'; span: Span; written: string; question?: string; entry: Span }
  | { kind: 'duplicate'; span: Span; first: Span; key: string; entry: Span; row?: string };

/** What the dialect has at a place. */
export type Expected = 'map' | 'answers' | 'remarks' | 'remark' | 'text' | 'items' | 'answer' | 'list' | 'options' | 'key';

export interface SyntaxNotice {
  kind: 'syntax';
  span: Span;
  /** What is wrong, by a stable name: one of this project's own, or the YAML library's error code. */
  cause: SyntaxCause | YamlCause;
  /** What the message names: the text that is broken. */
  text: string;
  edits?: Edit[];
  /** What may be meant as well: text that quotes keep. */
  instead?: Edit;
  row?: string;
}

export type SyntaxCause =
  | 'missing-colon' | 'no-key' | 'missing-space' | 'missing-comma' | 'needs-quotes' | 'needs-block' | 'nested-key' | 'bare-answer' | 'needs-braces' | 'no-answer-key' | 'own-line' | 'stray' | 'stray-text' | 'indent' | 'block-indent' | 'text-indent' | 'tab'
  | 'unclosed-quote' | 'unclosed-bracket' | 'swallowed-bracket' | 'conflict-marker' | 'several-documents' | 'unresolved-alias' | 'circular-alias' | 'too-many-aliases' | 'too-large' | 'too-long' | 'too-deep';

/** An error code of the YAML library, in its own spelling. */
export type YamlCause = `yaml:${string}`;
