import type { CancellationToken } from 'vscode-languageserver';
import { questionFolds } from '../../features/folding.ts';
import { questionRuns } from '../../features/question-display.ts';
import { QUESTION_LINES_REQUEST, type QuestionLinesParams, type QuestionLinesResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Where question comments are, for a client that dims and hides them. */
export const questionLinesHandler: Handler = {
  register(session) {
    session.connection.onRequest(QUESTION_LINES_REQUEST, (params: QuestionLinesParams, token: CancellationToken) =>
      session.answer<QuestionLinesResult>('questionLines', params.uri, token, null, ({ document, context: { sheet } }) => ({
        version: document.version, runs: questionRuns(sheet), folds: questionFolds(sheet),
      })));
  },
};
