import type { SystemStore } from '../systems/system-store.ts'

export type BodyType = 'HTML' | 'PLAIN'

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** A body as it is kept: comments of HTML do not survive, and plain text becomes HTML where the switch says so. */
export function storedBody(store: SystemStore, body: string, type: BodyType): string {
  if (type === 'HTML') return body.replace(/<!--[\s\S]*?-->/g, '')
  if (store.rule('plainBodyReturnedAs') === 'as-sent') return body
  return escapeHtml(body).replace(/\r?\n/g, '<br />\n')
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', oacute: 'ó' }

/** A body as the panel shows it: text only, with the line breaks its markup meant. */
export function readableText(body: string): string {
  return body
    .replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '')
    .replace(/<a\b[^>]*\bhref="([^"]*)"[^>]*>([\s\S]*?)<\/a\s*>/gi, (_whole, href: string, label: string) =>
      label.includes(href) ? label : `${label} (${href})`,
    )
    .replace(/\s*<br\s*\/?>\s*/gi, '\n')
    .replace(/<blockquote\b[^>]*>/gi, '\n> ')
    .replace(/<\/(p|div|li|tr|h\d|blockquote)\s*>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
      decimal !== undefined
        ? fromCode(Number(decimal))
        : hex !== undefined
          ? fromCode(parseInt(hex, 16))
          : (entities[name ?? ''] ?? whole),
    )
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function fromCode(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : ''
}
