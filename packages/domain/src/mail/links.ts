import type { DomNode, FormatCallback } from 'html-to-text'
import { attribute, wordsOf } from './dom.ts'
import { wordsOfPicture } from './glyphs.ts'
import { marks } from './marks.ts'

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

/** These do something where the mail was written, or lead to another place in it. */
const within = /^(?:#|$|javascript:|vbscript:|about:)/i
/** Files of the writer, or of the mail itself. */
const ofTheWriter = /^(?:cid|mid|file|blob|data|outlook|onenote|ms-[a-z]+):/i

/**
 * What of an address stands beside the words of its link: nothing where they tell it already, else the address just as
 * it is.
 */
function shownAddress(href: string, words: string): string {
  const url = href
    .trim()
    .replace(/[\t\r\n]+/g, '')
    .replace(/\s+/g, '%20')
    .replace(/^\/\/(?=[^/])/, 'https://')
  // A link around a picture alone is a logo.
  if (words === '' || within.test(url) || ofTheWriter.test(url)) return ''
  const scheme = /^([a-z][a-z\d+.-]{0,20}):/i.exec(url)?.[1]?.toLowerCase()
  switch (scheme) {
    case 'mailto': {
      const address = decoded(url.slice('mailto:'.length).split('?', 1)[0] ?? '')
      return words.toLowerCase().includes(address.toLowerCase()) ? '' : address
    }
    case 'tel':
    case 'sms':
    case 'callto': {
      const number = decoded(url.slice(scheme.length + 1))
      // People leave out the number of the country.
      return digits(words).includes(digits(number).slice(-9)) ? '' : number
    }
    case undefined:
      return url.toLowerCase().startsWith('www.') && !bare(words).includes(bare(url)) ? url : ''
    default:
      return [url, guarded(url)].some((known) => bare(words).includes(bare(known))) ? '' : url
  }
}

/** Deeper than any picture in a link. */
const maxPictures = 20

/** The words of a link; where it is a picture, those that stand for it. */
function shownWords(elem: DomNode): string {
  const words = wordsOf(elem)
  if (words !== '') return words
  const open = [...elem.children]
  for (let seen = 0; seen < maxPictures; seen++) {
    const node = open.pop()
    if (node === undefined) break
    const told = node.name === 'img' ? wordsOfPicture(node) : undefined
    if (told !== undefined) return told
    if (node.type === 'tag') open.push(...node.children.slice(0, maxPictures))
  }
  return ''
}

export const link: FormatCallback = (elem, walk, builder) => {
  walk(elem.children, builder)
  const href = attribute(elem, 'href')
  const words = shownWords(elem)
  const address = shownAddress(href, words)
  if (address !== '') builder.addInline(` (${address})`, { noWordTransform: true })
  else if (words !== '' && ofTheWriter.test(href.trim())) builder.addInline(marks.link, { noWordTransform: true })
}

const longestWord = 2000

/** What stands right before a place, up to the blank before it. */
function wordBefore(text: string, at: number): string {
  let begin = at
  while (begin > 0 && at - begin < longestWord && !/[\s<>]/.test(text.charAt(begin - 1))) begin--
  return text.slice(begin, at)
}

/** Plain text made of a mail has each address twice: `www.example.com <http://www.example.com>`. */
export const withoutRepeatedAddresses = (text: string): string =>
  text.replace(/[^\S\n]?<((?:https?:\/\/|mailto:|tel:)[^<>\s]{1,2000})>/g, (match, address: string, at: number) => {
    const words = wordBefore(text, at)
    return words !== '' && shownAddress(address, words) === '' ? '' : match
  })
