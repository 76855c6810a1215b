import * as vscode from 'vscode';
import { CodeActionKind, CodeActionRequest, CodeActionResolveRequest, type CodeAction, type CodeActionParams, type Command, type WorkspaceEdit } from 'vscode-languageclient';
import type { SheetEdit } from '../../../server/src/edits/answering/edit.ts';
import { REWRITE_ANSWERS } from '../../../server/src/features/action-kinds.ts';
import {
  EDIT_REQUEST, PREVIEW_REQUEST, REFERENCE_REQUEST, type EditParams, type EditResult, type PreviewParams, type PreviewResult, type ReferenceParams,
  type ReferenceResult,
} from '../../../server/src/lsp/protocol.ts';
import type { PreviewView } from '../../../server/src/render/preview.ts';
import type { ExtensionSession } from '../extension-session.ts';
import { recorded } from './undo.ts';

/** A fix that the server offers for a finding. */
export interface OfferedFix {
  title: string;
  /** Makes it, if the document is still as it was. */
  apply: () => Promise<boolean>;
}

/** What previews ask the server for. Nothing while it is down: previews keep what they show. */
export class PreviewServer {
  readonly #session: ExtensionSession;

  constructor(session: ExtensionSession) {
    this.#session = session;
  }

  async preview(uri: vscode.Uri, view: PreviewView): Promise<PreviewResult> {
    return (await this.#session.request<PreviewParams, PreviewResult>(PREVIEW_REQUEST, { uri: this.#id(uri), view })) ?? null;
  }

  /** @returns whether the document says it now; false when it cannot be done, or the document is no longer of this version */
  async edit(document: vscode.TextDocument, version: number, edits: SheetEdit[]): Promise<boolean> {
    if (document.version !== version) return false;
    const result = await this.#session.request<EditParams, EditResult>(EDIT_REQUEST, { uri: this.#id(document.uri), version, edits });
    if (!result || document.version !== version) return false;
    return result.edits.length === 0 || this.#apply(document, { changes: { [this.#id(document.uri)]: result.edits } });
  }

  /** @returns the fixes for the finding of this kind that begins at a place; without a kind what can be done to the row there */
  async fixes(document: vscode.TextDocument, version: number, place: vscode.Position, code: string): Promise<OfferedFix[]> {
    if (document.version !== version) return [];
    const at = { line: place.line, character: place.character };
    const actions = await this.#session.request<CodeActionParams, (Command | CodeAction)[] | null>(CodeActionRequest.method, {
      textDocument: { uri: this.#id(document.uri) }, range: { start: at, end: at }, context: { diagnostics: [], only: [code === '' ? REWRITE_ANSWERS : CodeActionKind.QuickFix] },
    });
    const own = (actions ?? []).filter((action): action is CodeAction => code === '' ? 'kind' in action : 'diagnostics' in action && (action.diagnostics ?? []).some((one) =>
      one.code === code && one.range.start.line === at.line && one.range.start.character === at.character));
    return own.map((action) => ({
      title: action.title,
      apply: async () => {
        const edit = action.edit ?? (await this.#session.request<CodeAction, CodeAction>(CodeActionResolveRequest.method, action))?.edit;
        return edit !== undefined && document.version === version && this.#apply(document, edit);
      },
    }));
  }

  /** @returns what the editor's hover says of a reference, as HTML, not to be trusted; empty for nothing */
  async reference(uri: vscode.Uri, reference: string): Promise<string> {
    const result = await this.#session.request<ReferenceParams, ReferenceResult>(REFERENCE_REQUEST, { uri: this.#id(uri), reference });
    if (!result) return '';
    try {
      return await vscode.commands.executeCommand<string>('markdown.api.render', result.markdown);
    } catch {
      // Somebody has switched the editor's own Markdown off.
      return `<pre>${result.markdown.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</pre>`;
    }
  }

  async #apply(document: vscode.TextDocument, edit: WorkspaceEdit): Promise<boolean> {
    const converted = await this.#session.client.protocol2CodeConverter.asWorkspaceEdit(edit);
    return recorded(document, async () => vscode.workspace.applyEdit(converted));
  }

  #id(uri: vscode.Uri): string {
    return this.#session.client.code2ProtocolConverter.asUri(uri);
  }
}
