import { extensionWith } from './extension.ts';
import { createNodeClient } from './start.node.ts';

export const { activate, deactivate } = extensionWith(createNodeClient);
