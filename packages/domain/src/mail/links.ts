import type { FormatCallback } from 'html-to-text'
import { attribute, wordsOf } from './dom.ts'

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** The form in which an address and the words of its link are compared. */
const bare = (url: string): string =>
  decoded(url)
    .toLowerCase()
    .replace(/^(?:https?|ftp):\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/$/, '')

const digits = (text: string): string => text.replace(/\D/g, '')

/** Outlook and Gmail send a click through a guard of their own; the real address is a parameter of it. */
const guards = /^https?:\/\/(?:[\w.-]{1,60}\.safelinks\.protection\.outlook\.com\/|www\.google\.[a-z]{2,3}\/url)\?/i

function guarded(url: string): string {
  if (!guards.test(url)) return url
  const query = url.slice(url.indexOf('?') + 1).split('#', 1)[0] ?? ''
  for (const part of query.split('&')) if (/^(?:url|q)=/i.test(part)) return decoded(part.slice(part.indexOf('=') + 1))
  return url
}

/**
 * What of an address stands beside the words of its link: nothing where they tell it already, else the address just as
 * it is.
 */
function shownAddress(href: string, words: string): string {
  const url = href.trim().replace(/\s+/g, '%20')
  // A link around a picture alone is a logo.
  if (words === '') return ''
  const scheme = /^([a-z][a-z\d+.-]{0,20}):/i.exec(url)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'mailto': {
      const address = decoded(url.slice('mailto:'.length).split('?', 1)[0] ?? '')
      return words.toLowerCase().includes(address.toLowerCase()) ? '' : address
    }
    case 'tel':
    case 'sms': {
      const number = decoded(url.slice(scheme.length + 1))
      // People leave out the number of the country.
      return digits(words).includes(digits(number).slice(-9)) ? '' : number
    }
    case 'http':
    case 'https':
    case 'ftp':
      return [url, guarded(url)].some((known) => bare(words).includes(bare(known))) ? '' : url
    default:
      return url.toLowerCase().startsWith('www.') && !bare(words).includes(bare(url)) ? url : ''
  }
}

export const link: FormatCallback = (elem, walk, builder) => {
  walk(elem.children, builder)
  const address = shownAddress(attribute(elem, 'href'), wordsOf(elem))
  if (address !== '') builder.addInline(` (${address})`, { noWordTransform: true })
}

/** Plain text made of a mail has each address twice: `www.example.com <http://www.example.com>`. */
export const withoutRepeatedAddresses = (text: string): string =>
  text.replace(/[^\S\n]?<((?:https?:\/\/|mailto:|tel:)[^<>\s]{1,2000})>/g, (match, address: string, at: number) => {
    const words = /[^\s<>]{1,2000}$/.exec(text.slice(Math.max(0, at - 2000), at))?.[0] ?? ''
    return words !== '' && shownAddress(address, words) === '' ? '' : match
  })
