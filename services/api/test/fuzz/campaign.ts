import { randomUUID } from 'node:crypto'
import { createChecks, type Excused } from './checks.ts'
import { generate } from './generate.ts'
import { knownOf } from './known.ts'
import { readContract } from './operations.ts'
import type { Fault, Report } from './report.ts'
import { asCurl, type FuzzRequest } from './request.ts'
import { createSender, type FuzzAnswer } from './send.ts'
import { foreignMark, type World } from './world.ts'

/** Failures that are right. */
const excused: readonly Excused[] = [
  // `replaceKey` and `replaceIntegration` have just given the shop a key that EmpikPlace refuses, or the number of no shop.
  { operation: 'downloadFile', code: '' },
]

/** Enough for requests to meet each other, as in production. */
const lanes = 12

/** What is used up is brought back this often. */
const repairEvery = 150

const filled = (text: string, values: ReadonlyMap<string, string>, write: (value: string) => string): string =>
  text.replace(/~([\w.:-]+)~/g, (whole, name: string) => {
    const value = values.get(name)
    return value === undefined ? whole : write(value)
  })

/** With what exists now in place of names. */
function settled(request: FuzzRequest, values: ReadonlyMap<string, string>): FuzzRequest {
  const { target, headers, body } = request
  return {
    ...request,
    target: filled(target, values, encodeURIComponent),
    headers: headers.map(([name, value]) => [name, filled(value, values, String)]),
    body: typeof body === 'string' ? filled(body, values, (value) => JSON.stringify(value).slice(1, -1)) : body,
  }
}

/** Sends requests made from the document that the API serves, and says what was wrong with the answers. */
export async function fuzz(
  { api, values, errors, repair }: World,
  options: { seed: number; count: number; only?: string | undefined },
): Promise<Report> {
  const began = performance.now()
  const contract = readContract((await api.call('GET', '/openapi.json')).body)
  const chosen = generate(contract, { ...options, known: knownOf }).filter(
    ({ operation }) => options.only === undefined || operation === options.only,
  )
  const check = createChecks(contract, excused, foreignMark)
  const sender = createSender(api.url)
  const faults: Fault[] = []
  const statuses = new Map<number, number>()
  const succeeded = new Set<string>()
  let sent = 0

  const isForeign = ({ headers, target }: FuzzRequest): boolean =>
    [...headers.map(([, value]) => value), target].some((text) =>
      /~(?:operator|theirs\.(?!tenantId|integrationId|threadId|effectKey|cursor|spare|effectTo))/.test(text),
    )

  async function one(made: FuzzRequest, place: number): Promise<void> {
    const named: FuzzRequest = made.headers.some(([name]) => name === 'x-request-id')
      ? made
      : { ...made, headers: [...made.headers, ['x-request-id', `fuzz-${place}`]] }
    const request = settled(named, new Map(values).set('fresh', `fuzz-${randomUUID()}`))
    let answer: FuzzAnswer | undefined
    let wrong: string[]
    try {
      answer = await sender.send(request)
      wrong = check(request, answer, isForeign(made))
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status < 400) succeeded.add(made.operation)
    } catch (error) {
      wrong = [String(error)]
    }
    for (const what of wrong)
      faults.push({
        operation: made.operation,
        what: `${what} (${made.kind} ${made.note})`,
        curl: asCurl(api.url, request),
        error: errors.get(String(answer?.headers['x-request-id'])),
        answer: answer ? `${answer.status} ${answer.text.slice(0, 500)}` : '',
      })
    if (made.method === 'DELETE' && answer?.status === 204) await repair()
  }

  const queue = chosen.entries()
  const lane = async (): Promise<void> => {
    for (const [place, request] of queue) {
      await one(request, place)
      sent += 1
      if (sent % repairEvery === 0) await repair()
    }
  }
  try {
    await Promise.all(Array.from({ length: lanes }, lane))
  } finally {
    sender.close()
  }
  return {
    seed: options.seed,
    sent,
    faults,
    statuses,
    neverSucceeded: contract.operations.map(({ id }) => id).filter((id) => !succeeded.has(id)),
    elapsedMs: performance.now() - began,
  }
}
