import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities, TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { FeatureContext } from '../features/context.ts';
import type { Locale, Translate } from '../l10n/translate.ts';
import type { Finding } from '../lint/rule.ts';
import type { SheetIndex } from './sheet-index.ts';
import type { Surroundings } from './surroundings.ts';

/** An open document that a client asks about, and what it is read and checked with. */
export interface Asked {
  document: TextDocument;
  around: Surroundings;
  context: FeatureContext;
  /** What is wrong with it; cut short once the client no longer wants to know. */
  findings: () => Finding[];
  /** Also what comments in the sheet suppress, marked so. */
  allFindings: () => Finding[];
}

/** What handlers share: one client, and the documents that it has open. */
export interface Session {
  connection: Connection;
  documents: TextDocuments<TextDocument>;
  /** What the client can do; known once it has said so, which is before any handler is asked for its capabilities. */
  client: ClientCapabilities;
  locale: Locale;
  /** The folder, with `/` at its end, in which the user keeps official text for all sheets. */
  personal: string | undefined;
  /** What a sheet of this address is read and checked with, whether it is open or not. */
  surroundings(uri: string): Promise<Surroundings>;
  translate: Translate;
  /** All sheets of the folders that the client has open. */
  sheets: SheetIndex;
  /**
   * Does what may have a bug: one is logged and gives `empty`.
   * @param feature what the log calls it
   */
  guarded<T>(feature: string, empty: T, handle: () => T): T;
  /**
   * Answers a request about an open document. A bug is logged and answers `empty`, as does a request that was
   * cancelled and one for a document that is not open.
   * @param feature what the log calls it
   */
  answer<T>(feature: string, uri: string, token: CancellationToken | undefined, empty: T, handle: (asked: Asked) => T): Promise<T>;
}

/** One feature's place in the protocol, for one client. */
export interface Handler {
  /** What the client is told that the server can do. */
  capabilities?(session: Session): ServerCapabilities;
  /** Starts to listen. */
  register(session: Session): void;
  /** What is shown may be different now for another reason than an edit: settings, or files under `.sds`. */
  refresh?(session: Session): void;
}

/** Lays capabilities over one another; those about the workspace by their parts. */
export function mergeCapabilities(all: ServerCapabilities[]): ServerCapabilities {
  return all.reduce((merged, one) => ({
    ...merged, ...one,
    ...(merged.workspace || one.workspace ? { workspace: { ...merged.workspace, ...one.workspace } } : {}),
  }), {});
}
