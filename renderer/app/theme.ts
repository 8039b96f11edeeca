import type { ThemeConfig } from 'antd';

const SANS = '"Noto Sans SC Variable", "Anjuan Rare", sans-serif';

/** The tokens of app.css for antd: warm paper, ink, pine for what can be done, vermilion for what is late or final. */
export const theme: ThemeConfig = {
  cssVar: { key: 'anjuan' },
  hashed: false,
  token: {
    colorPrimary: '#14534b',
    colorInfo: '#14534b',
    colorSuccess: '#14534b',
    colorError: '#b83a26',
    colorWarning: '#8a5a00',
    colorLink: '#14534b',
    colorTextBase: '#1f2a2e',
    colorText: '#1f2a2e',
    colorTextSecondary: '#5c676b',
    colorTextTertiary: '#657074',
    colorTextDescription: '#5c676b',
    colorTextPlaceholder: '#657074',
    colorBgLayout: '#faf8f3',
    colorBgBase: '#fffefb',
    colorBgContainer: '#fffefb',
    colorBgElevated: '#fffefb',
    colorBorder: '#cfc8b8',
    colorBorderSecondary: '#e4dfd3',
    colorSplit: '#e4dfd3',
    colorBgMask: 'rgb(31 42 46 / 22%)',
    controlItemBgActive: '#e4eeea',
    controlItemBgHover: '#f3f0e8',
    borderRadius: 4,
    borderRadiusLG: 6,
    fontFamily: SANS,
    fontSize: 14,
    controlHeight: 32,
    wireframe: false,
    // Nothing slides or fades: it is there, or it is not.
    motion: false,
  },
  components: {
    Table: {
      headerBg: '#fffefb',
      headerColor: '#5c676b',
      headerSplitColor: 'transparent',
      rowHoverBg: '#f3f0e8',
      rowSelectedBg: '#e4eeea',
      rowSelectedHoverBg: '#e4eeea',
      cellPaddingBlock: 6,
      cellPaddingInline: 10,
      cellPaddingBlockSM: 6,
      cellPaddingInlineSM: 10,
    },
    Select: { optionSelectedBg: '#e4eeea', optionActiveBg: '#f3f0e8' },
    Button: { primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    Form: { itemMarginBottom: 16, verticalLabelPadding: '0 0 4px' },
  },
};
