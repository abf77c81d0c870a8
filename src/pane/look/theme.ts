import { webDarkTheme, webLightTheme, type Theme } from '@fluentui/react-components';

/** Each system's own Chinese face, so that figures and characters sit on one line. */
const fontFamilyBase =
  '"Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei", -apple-system, "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", sans-serif';

/** Characters need more air than letters, and are not read below 12 px. */
const forChinese: Partial<Theme> = {
  fontFamilyBase,
  fontSizeBase100: '12px',
  lineHeightBase100: '16px',
  lineHeightBase200: '18px',
  lineHeightBase300: '22px',
};

export const lightTheme: Theme = { ...webLightTheme, ...forChinese };
export const darkTheme: Theme = { ...webDarkTheme, ...forChinese };
