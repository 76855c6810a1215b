import * as vscode from 'vscode';

/** What every tool may be told. */
export interface OfSheet {
  file?: string;
}

export function textResult(text: string): vscode.LanguageModelToolResult {
  return new vscode.LanguageModelToolResult([new vscode.LanguageModelTextPart(text)]);
}
