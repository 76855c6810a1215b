import * as vscode from 'vscode';
import {
  FORMS_REQUEST, NEW_SHEET_REQUEST, type FormSummary, type FormsParams, type FormsResult, type NewSheetParams, type NewSheetResult,
} from '../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from './extension-session.ts';
import { LANGUAGE } from './language.ts';
import { FORM_EDITOR } from './preview/custom-editor.ts';

/** Asks for the header fields of a new sheet and opens it, not yet saved. */
export function registerNewSheet({ client, request }: ExtensionSession): vscode.Disposable {
  return vscode.commands.registerCommand('sds.newSheet', async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    const place: FormsParams = folder ? { uri: client.code2ProtocolConverter.asUri(folder) } : {};
    const forms = await request<FormsParams, FormsResult>(FORMS_REQUEST, place);
    if (!forms || forms.length === 0) {
      void vscode.window.showWarningMessage(vscode.l10n.t('The language server does not answer. See the output “SDS”.'));
      return;
    }
    const form = await chooseForm(forms);
    const header = form && await askHeader(form);
    if (!form || !header) return;
    const sheet = await request<NewSheetParams, NewSheetResult>(NEW_SHEET_REQUEST, { ...place, form: form.id, header });
    if (!sheet) return;
    const document = await vscode.workspace.openTextDocument({ language: LANGUAGE, content: sheet.text });
    await vscode.window.showTextDocument(document);
    const asForm = vscode.l10n.t('Fill it in on the form');
    const choice = await vscode.window.showInformationMessage(vscode.l10n.t('The new sheet is ready. Every row that may apply is there, empty, below its question.'), asForm);
    if (choice === asForm) await vscode.commands.executeCommand('vscode.openWith', document.uri, FORM_EDITOR);
  });
}

async function chooseForm(forms: FormSummary[]): Promise<FormSummary | undefined> {
  if (forms.length === 1) return forms[0];
  const picked = await vscode.window.showQuickPick(forms.map((form) => ({ label: form.id, detail: form.title, form })), { title: vscode.l10n.t('New sheet: form') });
  return picked?.form;
}

/** @returns the fields that were filled in; undefined when somebody gave up */
async function askHeader({ fields }: FormSummary): Promise<Record<string, string> | undefined> {
  const header: Record<string, string> = {};
  for (const [at, field] of fields.entries()) {
    const value = await vscode.window.showInputBox({
      title: vscode.l10n.t('New sheet: {0} ({1} of {2})', field.key, at + 1, fields.length),
      prompt: field.required ? field.description : vscode.l10n.t('{0} Leave it empty if there is none.', field.description),
      value: field.suggested ?? '',
      ignoreFocusOut: true,
    });
    if (value === undefined) return undefined;
    if (value.trim() !== '') header[field.key] = value.trim();
  }
  return header;
}
