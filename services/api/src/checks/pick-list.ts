import type { BothLanguages } from '@connector/domain/words'
import { FailureCode, type Failure, type ReadResult } from '@connector/outbound-http'
import { z } from 'zod'
import { field } from '../schemas/field.ts'
import { bothLanguages } from '../schemas/views.ts'
import { findingOf } from './check.ts'
import { texts } from './texts.ts'

/** Where a list comes from, or why there is none. */
const sources = ['thulium', 'unreadable', 'not-offered'] as const

/** A list to choose from, or why there is none and the value is typed by hand. */
export const pickListOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: field(z.array(item), 'What there is to choose from.'),
    source: field(
      z.enum(sources),
      '`thulium`: read there. `unreadable`: it could not be read now. `not-offered`: Thulium has no such list. With the last two the value is entered by hand.',
    ),
    note: field(bothLanguages.nullable(), 'What to know about the list, and what to do where it could not be read.'),
  })

export interface PickList<T> {
  items: T[]
  source: (typeof sources)[number]
  note: BothLanguages | null
}

export const unreadable = (note: BothLanguages): PickList<never> => ({ items: [], source: 'unreadable', note })
export const notOffered = (note: BothLanguages): PickList<never> => ({ items: [], source: 'not-offered', note })

/** @param method whose permission may be missing */
export const unreadableBy = (failure: Failure, method: string): PickList<never> => {
  if (failure.code === FailureCode.unexpectedShape) return unreadable(texts.listUnknownShape)
  return unreadable(
    findingOf('thulium', failure, {
      rejected: failure.status === 403 ? texts.permissionMissing(method) : texts.passwordRejected,
    }).message,
  )
}

/** What a read answered, as a list. Entries that cannot be read are left out, and the note says so. */
export function pickListFrom<A extends { unreadable: readonly unknown[] }, T>(
  result: ReadResult<A>,
  method: string,
  itemsOf: (answer: A) => T[],
): PickList<T> {
  if (!result.ok) return unreadableBy(result.failure, method)
  const items = itemsOf(result.value)
  const left = result.value.unreadable.length
  if (left === 0) return { items, source: 'thulium', note: null }
  return items.length === 0
    ? unreadable(texts.listUnknownShape)
    : { items, source: 'thulium', note: texts.listPartlyUnreadable(left) }
}
