import {
  type BrandVariants,
  createLightTheme,
  createTeamsDarkTheme,
  type Theme,
  teamsHighContrastTheme,
} from '@fluentui/react-components';
import type { ThemeName } from './teams.ts';

/** NHS blue is 80; the others keep its hue in OKLab. */
const nhsBlue: BrandVariants = {
  10: '#000C24',
  20: '#001737',
  30: '#00214A',
  40: '#002D5F',
  50: '#003874',
  60: '#00458A',
  70: '#0051A1',
  80: '#005EB8',
  90: '#2970C5',
  100: '#4583D0',
  110: '#5F95DA',
  120: '#78A7E3',
  130: '#92B9EC',
  140: '#ACCCF4',
  150: '#C7DEFB',
  160: '#E2F0FF',
};

export const themes: Record<ThemeName, Theme> = {
  default: createLightTheme(nhsBlue),
  dark: createTeamsDarkTheme(nhsBlue),
  contrast: teamsHighContrastTheme,
};
