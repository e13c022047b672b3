import { createHash } from 'node:crypto'

const tag = String.raw`(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"`
const list = new RegExp(String.raw`^\s*(?:\*|${tag}(?:\s*,\s*${tag})*)\s*$`)

/** 132 bits: nobody meets two states with the same. */
const digestOf = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

/** Differs whenever the representation does. */
export const strongTag = (representation: object): string => `"${digestOf(JSON.stringify(representation))}"`

/** Differs whenever the text says something else. */
export const weakTag = (text: string): string => `W/"${digestOf(text)}"`

/** Whether it is what `If-Match` and `If-None-Match` hold: `*`, or entity tags with commas between them. */
export const isTagList = (header: string): boolean => list.test(header)

const tagsIn = (header: string): string[] => (isTagList(header) ? (header.match(new RegExp(tag, 'g')) ?? []) : [])
const isAny = (header: string): boolean => header.trim() === '*'

/** RFC 9110, 13.1.1: compared strongly, so a weak one never matches. */
export const ifMatchHolds = (header: string, present: string): boolean =>
  isAny(header) || (!present.startsWith('W/') && tagsIn(header).includes(present))

const opaque = (entityTag: string): string => entityTag.replace(/^W\//, '')

/** RFC 9110, 13.1.2: compared weakly. True when the caller has nothing like what is present. */
export const ifNoneMatchHolds = (header: string, present: string): boolean =>
  !isAny(header) && !tagsIn(header).some((one) => opaque(one) === opaque(present))
