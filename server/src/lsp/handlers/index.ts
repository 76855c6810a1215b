import type { Handler } from '../session.ts';
import { codeActionHandler } from './code-actions.ts';
import { codeLensHandler } from './code-lens.ts';
import { completionHandler } from './completion.ts';
import { definitionHandler } from './definition.ts';
import { diagnosticsHandler } from './diagnostics.ts';
import { documentLinkHandler } from './document-links.ts';
import { documentSymbolHandler } from './document-symbols.ts';
import { editHandler } from './edit.ts';
import { foldingHandler } from './folding.ts';
import { formattingHandler } from './formatting.ts';
import { highlightHandler } from './highlights.ts';
import { hoverHandler } from './hover.ts';
import { inlayHintHandler } from './inlay-hints.ts';
import { newSheetHandler } from './new-sheet.ts';
import { navigationHandler } from './navigation.ts';
import { openRowsHandler } from './open-rows.ts';
import { previewHandler } from './preview.ts';
import { importGuidelineHandler } from './import-guideline.ts';
import { lookUpHandler } from './look-up.ts';
import { proposeAnswerHandler } from './propose-answer.ts';
import { questionLinesHandler } from './question-lines.ts';
import { referencesHandler } from './references.ts';
import { referenceHandler } from './reference.ts';
import { renderHandler } from './render.ts';
import { renameHandler } from './rename.ts';
import { reportHandler } from './report.ts';
import { selectionHandler } from './selection-ranges.ts';
import { semanticTokensHandler } from './semantic-tokens.ts';
import { stateHandler } from './state.ts';
import { workspaceDiagnosticsHandler } from './workspace-diagnostics.ts';
import { workspaceSymbolHandler } from './workspace-symbols.ts';

/** @returns everything that one client can ask for */
export const createHandlers = (): Handler[] => [
  diagnosticsHandler(),
  workspaceDiagnosticsHandler,
  completionHandler,
  hoverHandler,
  definitionHandler,
  referencesHandler,
  highlightHandler,
  renameHandler,
  documentLinkHandler,
  codeActionHandler,
  documentSymbolHandler,
  workspaceSymbolHandler,
  foldingHandler,
  selectionHandler,
  semanticTokensHandler,
  inlayHintHandler,
  formattingHandler,
  codeLensHandler,
  navigationHandler,
  questionLinesHandler,
  stateHandler,
  previewHandler(),
  editHandler,
  referenceHandler,
  renderHandler,
  newSheetHandler,
  importGuidelineHandler,
  reportHandler,
  lookUpHandler,
  openRowsHandler,
  proposeAnswerHandler,
];
