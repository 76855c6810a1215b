import type { CodeAction } from 'vscode-languageserver-types';
import type { MessageKey } from '../l10n/translate.ts';
import type { Sheet } from '../sheet/model.ts';
import type { Edit } from '../sheet/notices.ts';
import { isWanted, NAME_NUMBERED_REMARKS, NUMBER_NAMED_REMARKS, RENUMBER_REMARKS } from './action-kinds.ts';
import type { FeatureContext } from './context.ts';
import { toTextEdit } from './ranges.ts';
import { nameNumberedRemarks, numberNamedRemarks, renumberRemarks } from './renumber.ts';

const ACTIONS: { kind: string; title: MessageKey; edits: (sheet: Sheet) => Edit[] }[] = [
  { kind: RENUMBER_REMARKS, title: 'action.renumber-remarks', edits: renumberRemarks },
  { kind: NUMBER_NAMED_REMARKS, title: 'action.number-named-remarks', edits: numberNamedRemarks },
  { kind: NAME_NUMBERED_REMARKS, title: 'action.name-numbered-remarks', edits: nameNumberedRemarks },
];

/**
 * Source actions on the keys of remarks; only where they are asked for.
 * @returns none that would change nothing
 */
export function remarkActions(only: string[] | undefined, { sheet, translate }: FeatureContext): CodeAction[] {
  return ACTIONS.filter(({ kind }) => only && isWanted(kind, only)).flatMap(({ kind, title, edits: editsOf }) => {
    const edits = editsOf(sheet).map((edit) => toTextEdit(sheet, edit));
    return edits.length === 0 ? [] : { title: translate({ key: title }), kind, edit: { changes: { [sheet.document.uri]: edits } } };
  });
}
