import type { CodeActionKind } from 'vscode-languageserver-types';
import type { Message } from '../../l10n/translate.ts';
import type { Edit } from '../../sheet/notices.ts';
import type { Place } from './place.ts';

/** One thing that a refactoring can do at a place. */
export interface Offer {
  /** Tells the offers of one refactoring apart, however the document changes. */
  id: string;
  title: Message;
  /** Worked out only when somebody wants it. Never empty. */
  edits: () => Edit[];
}

/** A change of how a sheet says something, or of several answers at once, that somebody asks for. */
export interface Refactoring {
  /** Stable. */
  name: string;
  kind: CodeActionKind;
  /** @returns nothing where it makes no sense, or where the document is broken */
  offers(place: Place): Offer[];
  /** What its offers are called together, where they are many of one kind and an editor can show them in a list of their own. */
  together?(place: Place): Message;
}
