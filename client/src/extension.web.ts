import { extensionWith } from './extension.ts';
import { createWebClient } from './start.web.ts';

export const { activate, deactivate } = extensionWith(createWebClient);
