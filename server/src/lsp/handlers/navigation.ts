import { openQuestion } from '../../features/navigation/open-question.ts';
import { nextProblem } from '../../features/navigation/problem.ts';
import { onOwnRequest } from '../own-request.ts';
import { OPEN_QUESTION_REQUEST, PROBLEM_REQUEST, type NavigationParams, type OpenQuestionResult, type ProblemResult } from '../protocol.ts';
import type { Handler } from '../session.ts';

/** Ways through a sheet, for the commands of this project's client. */
export const navigationHandler: Handler = {
  register(session) {
    onOwnRequest<NavigationParams, OpenQuestionResult>(session, OPEN_QUESTION_REQUEST, 'openQuestion', ({ document, context }, params) => ({
      version: document.version, ...openQuestion(context, document.offsetAt(params.position), params),
    }));
    onOwnRequest<NavigationParams, ProblemResult>(session, PROBLEM_REQUEST, 'problem', ({ document, context, findings }, params) => {
      const range = nextProblem(context, findings(), document.offsetAt(params.position), params);
      return { version: document.version, ...(range ? { range } : {}) };
    });
  },
};
