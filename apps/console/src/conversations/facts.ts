import type { TimelineEvent } from '../api/queries.ts'

type Data = TimelineEvent['data']

/** The fields of an event depend on its type, and a later version may have others: nothing of them is taken for granted. */
export const words = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : ''

export const isRecord = (value: unknown): value is Data => typeof value === 'object' && value !== null

export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

export const records = (value: unknown): Data[] => listOf(value).filter(isRecord)

export const numberOf = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined)
