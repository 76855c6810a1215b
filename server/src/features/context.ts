import type { Translate } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';

/** What every feature is given besides the position. */
export interface FeatureContext {
  sheet: Sheet;
  translate: Translate;
  /** Today as `YYYY-MM-DD`, for features have no clock. */
  today: string;
  /** The client's command that opens the list of suggestions again, if it has one. */
  suggestCommand?: string;
  /** What the client takes of a diagnostic; everything where nobody says. */
  diagnosticParts?: DiagnosticParts;
}

/** Parts of a diagnostic that a client takes only where it says so. */
export interface DiagnosticParts {
  relatedInformation: boolean;
  codeDescription: boolean;
}
