import type { Handler } from '../session.ts';
import { codeActionHandler } from './code-actions.ts';
import { completionHandler } from './completion.ts';
import { diagnosticsHandler } from './diagnostics.ts';
import { hoverHandler } from './hover.ts';
import { previewHandler } from './preview.ts';
import { reportHandler } from './report.ts';

/** @returns everything that one client can ask for */
export const createHandlers = (): Handler[] => [
  diagnosticsHandler(),
  completionHandler,
  hoverHandler,
  codeActionHandler,
  previewHandler(),
  reportHandler,
];
