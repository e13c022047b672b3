import { z } from 'zod'
import { field } from './field.ts'

const example = 'WyIyMDI2LTAzLTAyVDA4OjE1OjAwLjAwMFoiLCJiOGE3YzllMiJd'

export const limitQuery = field(z.coerce.number<number>().int().min(1).max(200).default(50), 'How many at most.')

export const cursorQuery = field(
  z.string().max(2_000),
  'Where to go on: `nextCursor` of the page before. What changes meanwhile may move between pages.',
  example,
).optional()

export const nextCursor = field(z.string().nullable(), 'For the next page; null on the last one.', example)
