import { failure } from '@connector/outbound-http'
import fc from 'fast-check'
import t from 'tap'
import { behindPage, inSmallerPages, pageOf } from '../../src/operations/list-place.ts'

/** Walks by what is kept after each page; how many pages it took to end, or nothing when it went on. */
function walk(
  next: (token: string | undefined) => string | undefined,
  most: number,
): { pages: number; circle: boolean } | undefined {
  let place: Parameters<typeof behindPage>[0] = {}
  for (let pages = 1; pages <= most; pages++) {
    const token = next(pageOf(place).pageToken)
    if (token === undefined) return { pages, circle: false }
    const behind = behindPage(place, token)
    if ('class' in behind) return { pages, circle: true }
    place = structuredClone(behind)
  }
  return undefined
}

await t.test('a circle of any length is found, wherever it begins', (t) => {
  fc.assert(
    fc.property(fc.nat({ max: 200 }), fc.integer({ min: 1, max: 50 }), (lead, length) => {
      const next = (token: string | undefined): string => {
        const number = token === undefined ? 0 : Number(token) + 1
        return String(number < lead + length ? number : lead)
      }
      const walked = walk(next, 3 * (lead + length) + 3)
      return walked?.circle === true
    }),
  )
  t.end()
})

await t.test('a list without a circle is walked to its end', (t) => {
  fc.assert(
    fc.property(fc.nat({ max: 2_000 }), (length) => {
      const next = (token: string | undefined): string | undefined => {
        const number = token === undefined ? 0 : Number(token) + 1
        return number < length ? String(number) : undefined
      }
      const walked = walk(next, length + 2)
      return walked?.circle === false && walked.pages === length + 1
    }),
  )
  t.end()
})

await t.test('a page that is larger than we take is asked for in smaller ones, from the beginning', (t) => {
  const tooLarge = failure('too-large', 'x')
  const limits: (number | undefined)[] = []
  let place: Parameters<typeof behindPage>[0] | undefined = { pageToken: 'a', passed: { token: 'a', pages: 1 } }
  while (place) {
    limits.push(pageOf(place).limit)
    place = inSmallerPages(place, tooLarge)
    t.equal(place && pageOf(place).pageToken, undefined)
  }
  t.strictSame(limits, [25, 5, 1])
  t.equal(inSmallerPages({}, failure('unreachable', 'x')), undefined)
  t.end()
})
