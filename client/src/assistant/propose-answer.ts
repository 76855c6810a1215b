import * as vscode from 'vscode';
import type { Proposal, Proposed, Refusal } from '../../../server/src/features/proposal.ts';
import { PROPOSE_REQUEST, type ProposeParams, type ProposeResult } from '../../../server/src/lsp/protocol.ts';
import type { ExtensionSession } from '../extension-session.ts';
import type { Ask } from './ask.ts';
import { textResult, type OfSheet } from './result.ts';
import { sheetNamed } from './sheet.ts';

type Input = OfSheet & Proposal;
type Possible = Exclude<ProposeResult, Refusal | null>;

/**
 * Answers a question once the user has seen and confirmed what is to be written, what it replaces and what the sheet's
 * check would say then. One step of undoing, not saved. What cannot be done is said before anybody is asked.
 */
export function proposeAnswer({ client }: ExtensionSession, ask: Ask): vscode.LanguageModelTool<Input> {
  // What the user is asked about must be what is written, whatever is opened or typed until the answer comes.
  const shown = new Map<string, { document: vscode.TextDocument; message: string }>();
  const propose = async (input: Input, shownIn?: vscode.TextDocument): Promise<{ document: vscode.TextDocument; proposed: Possible }> => {
    const { file, ...proposal } = input;
    const document = shownIn ?? await sheetNamed(file);
    const proposed = await ask<ProposeParams, ProposeResult>(PROPOSE_REQUEST, document, { proposal });
    if (!proposed) throw new Error(vscode.l10n.t('“{0}” is no disclosure sheet.', vscode.workspace.asRelativePath(document.uri)));
    if ('refused' in proposed) throw new Error(whyNot(proposed, proposal));
    return { document, proposed };
  };
  return {
    async prepareInvocation({ input }) {
      const { document, proposed } = await propose(input);
      const { row, answer } = proposed;
      const message = whatChanges(document, proposed, input);
      shown.set(JSON.stringify(input), { document, message: message.value });
      return {
        invocationMessage: vscode.l10n.t('Answering {0}', row),
        confirmationMessages: { title: vscode.l10n.t('Answer {0} with “{1}”?', row, answer), message },
      };
    },
    async invoke({ input }) {
      const key = JSON.stringify(input);
      const confirmed = shown.get(key);
      shown.delete(key);
      const { document, proposed } = await propose(input, confirmed?.document);
      const { row, answer, version, edits, findings } = proposed;
      const changed = (): Error => new Error(vscode.l10n.t('The sheet has just been changed. Nothing was written.'));
      if (confirmed && whatChanges(document, proposed, input).value !== confirmed.message) throw changed();
      if (edits.length === 0) return textResult(vscode.l10n.t('{0} is answered with “{1}” already.', row, answer));
      if (document.version !== version) throw changed();
      const edit = await client.protocol2CodeConverter.asWorkspaceEdit({ changes: { [client.code2ProtocolConverter.asUri(document.uri)]: edits } });
      if (!(await vscode.workspace.applyEdit(edit))) throw new Error(vscode.l10n.t('The sheet has just been changed. Nothing was written.'));
      if (!isShown(document.uri)) await vscode.window.showTextDocument(document, { preserveFocus: true, preview: false });
      return textResult([vscode.l10n.t('{0} is answered with “{1}”. The sheet is not saved yet.', row, answer), ...findingLines(findings)].join('\n'));
    },
  };
}

function whyNot(refusal: Refusal, { row, answer }: Proposal): string {
  switch (refusal.refused) {
    case 'form': return vscode.l10n.t('The sheet names no form that is installed.');
    case 'row': return vscode.l10n.t('The form has no question “{0}”.', row);
    case 'heading': return vscode.l10n.t('{0} takes no answer itself. Answer these: {1}', row, refusal.rows.join(', '));
    case 'answer': return vscode.l10n.t('{0} does not take the answer “{1}”, but: {2}', row, answer, refusal.answers.join(' / '));
    case 'text': return vscode.l10n.t('{0} cannot be answered: the text around it cannot be read, or answers it more than once.', row);
  }
}

/** Every text as text: none of it is Markdown of ours. */
function whatChanges(document: vscode.TextDocument, { row, question, answer, before, findings }: Proposed | Possible, { remark, reason }: Proposal): vscode.MarkdownString {
  const lines = [vscode.workspace.asRelativePath(document.uri), `${row}: ${question}`, before.answer === undefined ? answer : `${before.answer} → ${answer}`];
  const text = (label: string, old: string | undefined, now: string | undefined): void => {
    if (now === undefined || now.trim() === '') return;
    lines.push(`${label}: ${now}`);
    if (old !== undefined && old.trim() !== '' && old.trim() !== now.trim()) lines.push(vscode.l10n.t('instead of: {0}', old));
  };
  text(vscode.l10n.t('Remark'), before.remark, remark);
  text(vscode.l10n.t('To be confirmed'), before.reason, reason);
  return new vscode.MarkdownString().appendText([...lines, ...findingLines(findings)].join('\n'));
}

function findingLines(findings: string[]): string[] {
  return findings.length === 0 ? [] : [vscode.l10n.t('Findings that the sheet has only then:'), ...findings.map((finding) => `- ${finding}`)];
}

/** Also as the form, which knows of the change by itself. */
function isShown(uri: vscode.Uri): boolean {
  return vscode.window.tabGroups.all.some((group) => group.tabs.some(({ input }) => (input as { uri?: vscode.Uri } | undefined)?.uri?.toString() === uri.toString()));
}
