/** The theme variables that the preview uses, with the values that VS Code's default themes give them. */
export const THEMES = {
  light: {
    class: 'vscode-light',
    variables: {
      'editor-background': '#ffffff', 'editor-foreground': '#3b3b3b', 'textLink-foreground': '#005fb8', 'textLink-activeForeground': '#005fb8',
      errorForeground: '#c72e0f', focusBorder: '#005fb8', 'list-hoverBackground': '#f2f2f2', 'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)',
      'font-size': '13px',
    },
  },
  dark: {
    class: 'vscode-dark',
    variables: {
      'editor-background': '#1f1f1f', 'editor-foreground': '#cccccc', 'textLink-foreground': '#4daafc', 'textLink-activeForeground': '#4daafc',
      errorForeground: '#f85149', focusBorder: '#0078d4', 'list-hoverBackground': '#2a2d2e', 'editor-findMatchHighlightBackground': 'rgba(234, 92, 0, 0.33)',
      'font-size': '13px',
    },
  },
  contrast: {
    class: 'vscode-high-contrast',
    variables: {
      'editor-background': '#000000', 'editor-foreground': '#ffffff', 'textLink-foreground': '#21a6ff', 'textLink-activeForeground': '#21a6ff',
      errorForeground: '#f48771', focusBorder: '#f38518', contrastBorder: '#6fc3df', 'font-size': '13px',
    },
  },
} as const;

export type Theme = keyof typeof THEMES;
