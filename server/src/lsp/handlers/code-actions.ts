import { CodeActionKind, CodeActionTriggerKind, type CodeAction, type CodeActionParams } from 'vscode-languageserver';
import { NAME_NUMBERED_REMARKS, NUMBER_NAMED_REMARKS, REMOVE_QUESTIONS, RENUMBER_REMARKS, WRITE_QUESTIONS } from '../../features/action-kinds.ts';
import { codeActions, FIX_ALL } from '../../features/code-actions.ts';
import { questionActions } from '../../features/question-actions.ts';
import { refactoringData, refactorings, resolveRefactoring } from '../../features/refactor/index.ts';
import { remarkActions } from '../../features/remark-actions.ts';
import type { Handler, Session } from '../session.ts';

const KINDS = [
  CodeActionKind.QuickFix, CodeActionKind.RefactorRewrite, CodeActionKind.RefactorExtract, CodeActionKind.RefactorInline, CodeActionKind.RefactorMove,
  FIX_ALL, WRITE_QUESTIONS, REMOVE_QUESTIONS, RENUMBER_REMARKS, NUMBER_NAMED_REMARKS, NAME_NUMBERED_REMARKS,
];

export const codeActionHandler: Handler = {
  capabilities: (session) => ({ codeActionProvider: { codeActionKinds: KINDS, ...(resolvesEdits(session) ? { resolveProvider: true } : {}) } }),
  register(session) {
    session.connection.onCodeAction((params, token) =>
      session.answer<CodeAction[]>('codeAction', params.textDocument.uri, token, [], ({ context, findings }) => {
        const { range, context: { only, diagnostics } } = params;
        const found = findings();
        if (token.isCancellationRequested) return [];
        const changes = isAsked(params) ? refactorings(range, only, context, resolvesEdits(session)) : [];
        return [...codeActions(found, range, only, context, diagnostics), ...changes, ...questionActions(range, only, context), ...remarkActions(only, context)];
      }));
    session.connection.onCodeActionResolve((action, token) => {
      const uri = refactoringData(action)?.uri;
      if (uri === undefined) return action;
      return session.answer('codeActionResolve', uri, token, action, ({ context }) => resolveRefactoring(action, context));
    });
  },
};

/** An editor asks by itself wherever the cursor goes; a light bulb on every row would say nothing any more. */
function isAsked({ range, context }: CodeActionParams): boolean {
  const { start, end } = range;
  const isSelection = start.line !== end.line || start.character !== end.character;
  return isSelection || context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
}

function resolvesEdits({ client }: Session): boolean {
  const { dataSupport, resolveSupport } = client.textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}
