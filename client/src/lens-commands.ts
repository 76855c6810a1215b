import * as vscode from 'vscode';
import type { Location, Position } from 'vscode-languageclient';
import type { ExtensionSession } from './extension-session.ts';

/** The extension's commands that lenses carry, as the server is told of them. */
export const LENS_COMMANDS = {
  nextOpenQuestion: 'sds.nextOpenQuestion',
  nextProblem: 'sds.nextProblem',
  showReferences: 'sds.showReferences',
};

/** The editor's own command wants its own positions, which no server can make. */
export function registerLensCommands({ client }: ExtensionSession): vscode.Disposable {
  const convert = client.protocol2CodeConverter;
  return vscode.commands.registerCommand(LENS_COMMANDS.showReferences, async (uri: string, position: Position, locations: Location[]) => {
    await vscode.commands.executeCommand(
      'editor.action.showReferences', convert.asUri(uri), convert.asPosition(position), locations.map((location) => convert.asLocation(location)));
  });
}
