import { questionFolds } from '../../features/folding.ts';
import { questionRuns } from '../../features/question-display.ts';
import { onOwnRequest } from '../own-request.ts';
import { QUESTION_LINES_REQUEST, type QuestionLinesParams, type QuestionLinesResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Where question comments are, for a client that dims and hides them. */
export const questionLinesHandler: Handler = {
  register(session) {
    onOwnRequest<QuestionLinesParams, QuestionLinesResult>(session, QUESTION_LINES_REQUEST, 'questionLines', ({ document, context: { sheet } }) => ({
      version: document.version, runs: questionRuns(sheet), folds: questionFolds(sheet),
    }));
  },
};
