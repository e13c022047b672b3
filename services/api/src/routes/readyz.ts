import { both, type BothLanguages } from '@connector/domain/words'
import { z } from 'zod'
import type { App, RouteDeps } from './deps.ts'
import { ApiError } from '../errors/api-error.ts'
import type { OwnFault } from '@connector/domain/health'
import { problems } from '../errors/problem.ts'
import { field } from '../schemas/field.ts'

/** Everything the API reads or writes. A migration that is missing shows as a table that is, or that may not be read. */
const tables = [
  'events',
  'tenants',
  'integrations',
  'conversations',
  'customers',
  'effects',
  'hourly_counts',
  'polls',
  'call_budgets',
  'call_peaks',
  'thulium_webhooks',
  'credentials',
  'data_keys',
  'access_keys',
  'signing_keys',
  'used_launch_links',
  'idempotency_keys',
  'restores',
] as const

const query = `
  select name from unnest($1::text[]) as name
  where to_regclass(name) is null or not has_table_privilege(to_regclass(name), 'select')
`

/** An orchestrator asks every few seconds and should not have to wait longer for a no. */
const patienceMs = 2_000

/** The role of this service is made by the migrations, so without them the connection itself is refused. */
const isMissingRole = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === '22023'

async function missingTables({ store }: RouteDeps): Promise<string[]> {
  const answer = store.pool.query<{ name: string }>(query, [tables])
  return (await inTime(answer)).rows.map(({ name }) => name)
}

async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(
        new ApiError(
          'service.not_ready',
          both(
            `Baza danych nie odpowiedziała w ciągu ${patienceMs} ms.`,
            `The database did not answer within ${patienceMs} ms.`,
          ),
        ),
      )
    }, patienceMs)
  })
  try {
    return await Promise.race([answer, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

const faultTexts: Record<OwnFault, BothLanguages> = {
  'database-away': both('Nie można połączyć się z bazą danych.', 'The database cannot be reached.'),
  'database-takes-no-writes': both(
    'Baza danych nie przyjmuje zapisów: jej dysk jest pełny albo jest tylko repliką.',
    'The database takes no writes: its disk is full, or it is a standby.',
  ),
  'master-key': both(
    'Klucz główny nie jest tym, którym zapieczętowano dane w bazie.',
    'The master key is not the one that the secrets in the database are sealed with.',
  ),
}

/** Whether requests can be served now. */
export function registerReadyz(app: App, deps: RouteDeps): void {
  let asking: Promise<string[]> | undefined
  /** Nobody limits who asks this, so all who ask at once share one connection to the database. */
  const missingNow = (): Promise<string[]> =>
    (asking ??= missingTables(deps).finally(() => {
      asking = undefined
    }))

  app.get(
    '/readyz',
    {
      config: { scope: 'public' },
      exposeHeadRoute: true,
      schema: {
        operationId: 'isReady',
        tags: ['Service'],
        summary: 'Can requests be served now?',
        description:
          'Whether the database can be reached, has every table and takes writes, the master key is the right one, and the process is not about to stop.',
        problems: ['service.not_ready', 'service.stopping'],
        response: { 200: z.object({ status: field(z.literal('ready'), 'Always the same.') }), ...problems },
      },
    },
    async () => {
      if (deps.isStopping()) throw new ApiError('service.stopping')
      const missing = await missingNow().catch((error: unknown) => {
        if (error instanceof ApiError) throw error
        const detail = isMissingRole(error)
          ? both('Nie wykonano migracji.', 'The migrations were not applied.')
          : both('Nie można połączyć się z bazą danych.', 'The database cannot be reached.')
        throw new ApiError('service.not_ready', detail, [], { cause: error })
      })
      if (missing.length > 0)
        throw new ApiError(
          'service.not_ready',
          both(
            `Nie wykonano migracji: nie można odczytać ${missing.join(', ')}.`,
            `The migrations were not applied: ${missing.join(', ')} cannot be read.`,
          ),
        )
      const { fault, error } = await inTime(deps.selfCheck.now())
      if (fault !== undefined) throw new ApiError('service.not_ready', faultTexts[fault], [], { cause: error })
      return { status: 'ready' as const }
    },
  )
}
