import { registerAssistantTools } from './assistant/tools.ts';
import { registerCheckBeforeSending } from './check-before-sending.ts';
import { registerDocs } from './docs/files.ts';
import type { Contribution } from './extension-session.ts';
import { registerLensCommands } from './lens-commands.ts';
import { registerNavigation } from './navigation.ts';
import { registerQuestionComments } from './question-comments.ts';
import { registerQuestionDisplay } from './question-display.ts';
import { registerExport } from './export.ts';
import { registerImportGuideline } from './import-guideline.ts';
import { registerNewSheet } from './new-sheet.ts';
import { registerStatusBar } from './status-bar.ts';
import { registerPreview } from './preview/register.ts';

/** Everything that the extension does besides what the language client does by itself. */
export const contributions: Contribution[] = [
  registerPreview,
  registerDocs,
  registerCheckBeforeSending,
  registerNavigation,
  registerLensCommands,
  registerQuestionComments,
  registerQuestionDisplay,
  registerExport,
  registerNewSheet,
  registerStatusBar,
  registerImportGuideline,
  registerAssistantTools,
];
