import type { ClientCapabilities } from 'vscode-languageserver';
import type { DiagnosticParts } from '../features/context.ts';

/**
 * @returns what a client takes of a diagnostic. A client that pulls says so either where it says that it pulls, or, as it had to
 *   before version 3.18 of the protocol, where it says what may be sent to it
 */
export function diagnosticParts({ textDocument }: ClientCapabilities): DiagnosticParts {
  const said = [textDocument?.diagnostic, textDocument?.publishDiagnostics];
  return {
    relatedInformation: said.some((one) => one?.relatedInformation),
    codeDescription: said.some((one) => one?.codeDescriptionSupport),
  };
}
