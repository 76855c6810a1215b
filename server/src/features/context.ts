import type { Translate } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';

/** Commands of the client, by their names there. The first argument is always the document's URI. */
export interface ClientCommands {
  /** Goes to the next open question; with a row's id, to the next of its section. */
  nextOpenQuestion?: string;
  /** Goes to the next problem; with a row's id, to the next of its section. */
  nextProblem?: string;
  /** Shows places beside one another: a position, and locations, as the protocol has them. */
  showReferences?: string;
}

/** What every feature is given besides the position. */
export interface FeatureContext {
  sheet: Sheet;
  translate: Translate;
  /** Today as `YYYY-MM-DD`, for features have no clock. */
  today: string;
  /** The client's command that opens the list of suggestions again, if it has one. */
  suggestCommand?: string;
  /** The client's command that opens a list of the code actions of one kind, if it has one. */
  codeActionsCommand?: string;
  /** What the client takes of a diagnostic; everything where nobody says. */
  diagnosticParts?: DiagnosticParts;
  /** The client's commands that what is shown can carry, as far as it has them. */
  commands?: ClientCommands;
}

/** Parts of a diagnostic that a client takes only where it says so. */
export interface DiagnosticParts {
  relatedInformation: boolean;
  codeDescription: boolean;
}
