import { isDarkColor } from '../../src/pane/look/color-scheme';

test('Office’s black and dark grey themes are dark, white and colourful are not', () => {
  expect(['#000000', '#262626', '#444444'].map(isDarkColor)).toEqual([true, true, true]);
  expect(['#FFFFFF', '#E6E6E6', 'white'].map(isDarkColor)).toEqual([false, false, false]);
});
