import { CompletionTriggerKind } from 'vscode-languageserver';
import { complete, type Occasion } from '../../features/completion/complete.ts';
import { completionData, resolveCompletion } from '../../features/completion/documentation.ts';
import type { CompletionClient } from '../../features/completion/item.ts';
import type { Handler, Session } from '../session.ts';

export const completionHandler: Handler = {
  register(session) {
    session.connection.onCompletion((params, token) =>
      session.answer('completion', params.textDocument.uri, token, null, ({ document, context }) => {
        const occasion = occasionOf(params.context?.triggerKind);
        return complete(context, document.offsetAt(params.position), session.locale, occasion, clientOf(session));
      }));
    session.connection.onCompletionResolve((item, token) => {
      const uri = completionData(item)?.uri;
      if (uri === undefined) return item;
      return session.answer('completionResolve', uri, token, item, ({ context }) => resolveCompletion(item, context, session.locale));
    });
  },
};

function occasionOf(kind: CompletionTriggerKind | undefined): Occasion {
  if (kind === CompletionTriggerKind.TriggerCharacter) return 'triggered';
  return kind === CompletionTriggerKind.TriggerForIncompleteCompletions ? 'narrowed' : 'invoked';
}

function clientOf({ client }: Session): CompletionClient {
  const item = client.textDocument?.completion?.completionItem;
  return {
    snippets: item?.snippetSupport === true,
    documentationLater: item?.resolveSupport?.properties.includes('documentation') === true,
  };
}
