export const themes = { light: 'Light', dark: 'Dark', contrast: 'High contrast' } as const;
export type Theme = keyof typeof themes;

const isTheme = (text: string | null | undefined): text is Theme => text != null && text in themes;

/** teams-js calls the light theme default. */
export const themeForTab = (theme: Theme): string => (theme === 'light' ? 'default' : theme);

export function currentTheme(): Theme {
  const { theme } = document.documentElement.dataset;
  return isTheme(theme) ? theme : 'light';
}

export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  localStorage.setItem('theme', theme);
}

/** The one chosen before, or what the machine prefers. */
export function applyChosenTheme(): void {
  const kept = localStorage.getItem('theme');
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  document.documentElement.dataset.theme = isTheme(kept) ? kept : prefersDark ? 'dark' : 'light';
}
