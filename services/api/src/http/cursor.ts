import { z } from 'zod'
import { ApiError } from '../errors/api-error.ts'

/** Where a page ends: the place of its last row in the order of the list. */
const place = z.tuple([z.iso.datetime(), z.string().max(1_000)])

export interface Place {
  at: Date
  /** Tells rows of one moment apart. */
  key: string
}

/** Opaque to callers, so that the order of a list can change. */
const toCursor = ({ at, key }: Place): string =>
  Buffer.from(JSON.stringify([at.toISOString(), key])).toString('base64url')

/** @throws {ApiError} request.invalid for what is no cursor of ours */
export function fromCursor(cursor: string): Place {
  try {
    const [at, key] = place.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')))
    return { at: new Date(at), key }
  } catch {
    throw new ApiError('request.invalid', undefined, [
      {
        field: 'query.cursor',
        message: 'Not a cursor; take nextCursor of the page before',
        messagePl: 'to nie kursor; weź nextCursor poprzedniej strony',
      },
    ])
  }
}

export interface Page<T> {
  items: T[]
  /** Null on the last page. */
  nextCursor: string | null
}

/** @param rows one more than the limit where there is a further page */
export function toPage<Row, T>(
  rows: readonly Row[],
  limit: number,
  view: (row: Row) => T,
  placeOf: (row: Row) => Place,
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(view), nextCursor: last && rows.length > limit ? toCursor(placeOf(last)) : null }
}
