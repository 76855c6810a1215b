// Everything a user-interface test needs.
export * from './editor.ts';
export * from './ime.ts';
export * from './quick-fix.ts';
export * from './screenshot.ts';
export * from './sheets.ts';
export * from './suggest.ts';
export * from './webview.ts';
export * from './workbench.ts';
