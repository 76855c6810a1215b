import { CompletionTriggerKind } from 'vscode-languageserver';
import { complete } from '../../features/completion/complete.ts';
import type { Handler } from '../session.ts';

export const completionHandler: Handler = {
  register(session) {
    session.connection.onCompletion((params, token) =>
      session.answer('completion', params.textDocument.uri, token, null, ({ document, context }) => {
        const triggered = params.context?.triggerKind === CompletionTriggerKind.TriggerCharacter;
        return complete(context, document.offsetAt(params.position), session.locale, triggered);
      }));
  },
};
