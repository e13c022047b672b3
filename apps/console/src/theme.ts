import { createTheme, Modal, type MantineColorsTuple } from '@mantine/core'

/** The teal of the icon; its sixth shade has a contrast of 5.9 on white, its fourth 6.3 on the dark ground. */
const teal: MantineColorsTuple = [
  '#e8f6f8',
  '#d3eaee',
  '#a5d5dd',
  '#74bfcb',
  '#4facbc',
  '#1f8697',
  '#0b6272',
  '#09596a',
  '#074855',
  '#053843',
]

export const theme = createTheme({
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 6 },
  colors: { teal },
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, sans-serif',
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  components: {
    // Locking the scroll of the page would put a style sheet into it that no nonce could be given to.
    Modal: Modal.extend({ defaultProps: { lockScroll: false, centered: true } }),
  },
})
