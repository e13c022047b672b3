const knownTag = /<\/?(html|head|meta|style|body|div|p|br|ul|ol|li|b|strong|i|em|u|a|span|table|tr|td|o:p)\b[^>]*>/i

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', apos: "'", times: '×' }

/** Whether a body holds markup. A lone `<` that somebody typed does not count. */
export function looksLikeHtml(body: string): boolean {
  return knownTag.test(body)
}

/** The text of a body for reading; bodies without markup come back as they are. */
export function readableText(body: string): string {
  if (!looksLikeHtml(body)) return body
  return body
    .replace(/<!--[\s\S]*?-->/g, '')
    .replace(/<(style|head|script|xml)\b[\s\S]*?<\/\1>/gi, '')
    .replace(/\s*\n\s*/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<br\s*\/?>|<\/(p|div|tr|ul|ol)>/gi, '\n')
    .replace(/<\/?[a-z][^>]*>/gi, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&([a-z]+);/gi, (whole, name: string) => entities[name.toLowerCase()] ?? whole)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
