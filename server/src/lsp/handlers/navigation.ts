import type { CancellationToken } from 'vscode-languageserver';
import { openQuestion } from '../../features/navigation/open-question.ts';
import { nextProblem } from '../../features/navigation/problem.ts';
import { OPEN_QUESTION_REQUEST, PROBLEM_REQUEST, type NavigationParams, type OpenQuestionResult, type ProblemResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Ways through a sheet, for the commands of this project's client. */
export const navigationHandler: Handler = {
  register(session) {
    const { connection } = session;
    connection.onRequest(OPEN_QUESTION_REQUEST, (params: NavigationParams, token: CancellationToken): Promise<OpenQuestionResult> =>
      session.answer<OpenQuestionResult>('openQuestion', params.uri, token, null, ({ document, context }) => ({
        version: document.version, ...openQuestion(context, document.offsetAt(params.position), params),
      })));
    connection.onRequest(PROBLEM_REQUEST, (params: NavigationParams, token: CancellationToken): Promise<ProblemResult> =>
      session.answer<ProblemResult>('problem', params.uri, token, null, ({ document, context, findings }) => {
        const range = nextProblem(context, findings(), document.offsetAt(params.position), params);
        return { version: document.version, ...(range ? { range } : {}) };
      }));
  },
};
