import { HostConfig } from 'adaptivecards';

const colour = (name: string) => ({ default: `var(--${name})`, subtle: `var(--${name}-subtle)` });

const foregroundColors = {
  default: colour('card-text'),
  dark: colour('card-text'),
  light: colour('card-text'),
  accent: colour('card-accent'),
  attention: colour('card-attention'),
  good: colour('card-good'),
  warning: colour('card-warning'),
};

const style = (background: string) => ({
  backgroundColor: `var(--${background})`,
  borderColor: 'var(--line)',
  foregroundColors,
});

/** Sizes and spacing of cards in Teams; colours are the page's own variables, so that a card follows the theme. */
export const cardLook = new HostConfig({
  fontFamily: 'inherit',
  supportsInteractivity: true,
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 16 },
  separator: { lineThickness: 1, lineColor: 'var(--line)' },
  fontSizes: { small: 12, default: 14, medium: 14, large: 18, extraLarge: 24 },
  fontWeights: { lighter: 300, default: 400, bolder: 600 },
  lineHeights: { small: 16, default: 20, medium: 20, large: 24, extraLarge: 32 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: style('card'),
    emphasis: style('card-emphasis'),
    accent: style('card-accent-back'),
    good: style('card-good-back'),
    warning: style('card-warning-back'),
    attention: style('card-attention-back'),
  },
  inputs: {
    label: {
      inputSpacing: 'small',
      requiredInputs: { weight: 'bolder', suffix: ' *', suffixColor: 'attention' },
      optionalInputs: { weight: 'bolder' },
    },
    errorMessage: { color: 'attention', size: 'small', spacing: 'small' },
  },
  actions: {
    maxActions: 6,
    spacing: 'medium',
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    showCard: { actionMode: 'inline', inlineTopMargin: 16, style: 'emphasis' },
  },
  adaptiveCard: { allowCustomStyle: false },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 150 },
    value: { wrap: true },
    spacing: 12,
  },
});
