// What a language model asks for, without one.
const vscode = require('vscode');

/** @param {import('vscode').ExtensionContext} context */
exports.activate = (context) => {
  const state = vscode.window.createStatusBarItem('asking');
  state.show();
  context.subscriptions.push(state, vscode.commands.registerCommand('asking.propose', async () => {
    state.text = 'asking';
    try {
      const { content } = await vscode.lm.invokeTool('sds_proposeAnswer', { input: { row: '75.1', answer: '対象外', remark: '取り扱わない' }, toolInvocationToken: undefined });
      state.text = `answered: ${content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : '')).join('')}`;
    } catch (error) {
      state.text = `refused: ${error instanceof Error ? error.name : error}`;
    }
  }));
};
