import { replaceSpans } from './spans.ts'

// One that closes itself shows nothing, and has no end.
const start = /<svg(?=[\s/>])[^<>]{0,5000}(?<!\/)>/gi
const end = /<\/svg\s{0,20}>/gi

/** What a drawing says of itself and does not show. */
const unshown = /<(title|desc|style|defs|metadata|script)(?=[\s>])[^<>]*>(?:(?!<\/?\1[\s>])[\s\S])*<\/\1\s*>/gi

/**
 * A text in which drawings that are written into it (the icons of a signature) have no tags of their own but only the words
 * that they show: hundreds of names belong to drawings alone, and readers would see them as they stand.
 */
export const withoutDrawings = (text: string): string =>
  replaceSpans(text, start, end, (opening, inside) => {
    const words = inside
      .replace(unshown, ' ')
      .replace(/<[^<>]*>/g, ' ')
      .replace(/\s+/g, ' ')
    return `${opening}${words.trim()}</svg>`
  })
