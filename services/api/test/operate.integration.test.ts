import { authenticated, startIntegration } from '@connector/domain/integration'
import { failOperation, finishOperation } from '@connector/domain/operations'
import { noDatabase } from '@connector/test-kit'
import t from 'tap'
import { createApiBackend } from '../src/operate/api-backend.ts'
import type { Backend } from '../src/operate/backend.ts'
import { operateCommand } from '../src/operate/command.ts'
import { createDatabaseBackend } from '../src/operate/database-backend.ts'
import { connect } from './support/api.ts'
import { startGuardedApi } from './support/guarded-api.ts'
import { projectConversation, projectEffect, projectIntegration } from './support/read-models.ts'

await t.test('npm run operate', { skip: noDatabase ?? false }, async (t) => {
  const guarded = await startGuardedApi(t)
  const { api } = guarded
  const { integrationId } = await connect({ ...api, ...guarded.as(guarded.operator) }, 'sklep-a')
  const shop = { tenantId: 'sklep-a', integrationId }
  await api.repository.changeIntegration(shop, 'test', (state) =>
    authenticated(
      state,
      (['empikplace', 'thulium'] as const).map((side) => ({ side, accountName: 'Sklep', clockOffsetMs: 0 })),
    ),
  )
  await api.repository.changeIntegration(shop, 'test', startIntegration)
  await projectIntegration(api, 'sklep-a', integrationId)
  const key = (await guarded.newKey('sklep-a', ['operate', 'status:read', 'conversations:read'])).secret
  const keyWithoutTexts = (await guarded.newKey('sklep-a', ['operate', 'status:read'])).secret
  const parked = { tenantId: 'sklep-a', integrationId, threadId: 't', key: 'message:mirror:x' }
  await projectConversation(api, { ...parked, subject: 'x', ticketId: 1 })
  await projectEffect(api, { ...parked, state: 'parked', plannedAt: guarded.now() })

  type End = (operationId: string) => Promise<unknown>
  const idIn = (text: string): string => /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(text)?.[0] ?? ''
  const finish: End = (operationId) =>
    api.repository.changeOperations('sklep-a', 'test', (state) =>
      finishOperation(state, { operationId, findings: 0, result: { events: 7 } }),
    )

  /** Runs it, ending the operation as soon as the first progress is told. */
  async function run(
    args: string[],
    open: () => Backend | Promise<Backend>,
    { end, agrees, isDrawn = false }: { end?: End; agrees?: boolean; isDrawn?: boolean } = {},
  ): Promise<{ code: number; said: string[]; complained: string; progress: string[] }> {
    const said: string[] = []
    const complaints: string[] = []
    const progress: string[] = []
    let ending: Promise<unknown> | undefined
    const begun = (): void => void (ending ??= end?.(idIn(said.join(' '))))
    const code = await operateCommand(args, open, {
      say: (line) => {
        said.push(line)
        if (args.includes('--json')) begun()
      },
      progress: (line) => {
        progress.push(line)
        begun()
      },
      complain: (line) => void complaints.push(line),
      agrees: () => Promise.resolve(agrees),
      isDrawn,
      everyMs: 10,
    })
    await ending
    return { code, said, complained: complaints.join('\n'), progress }
  }

  const nowhere = (): Backend => {
    throw new Error('not to be opened')
  }
  const overApi = (): Backend => createApiBackend(api.url, key, 1)
  const onDatabase = (): Promise<Backend> => createDatabaseBackend(api.databaseUrl, 'a.nowak', undefined)
  const of = ['--tenant', 'sklep-a']

  await t.test('help tells every kind and the exit codes; wrong usage says what is wrong', async (t) => {
    const { code, said } = await run(['--help'], nowhere)
    t.equal(code, 0)
    for (const word of [
      'rebuild',
      'verify',
      'retry',
      'dismiss',
      'reconcile',
      'copy-log',
      'import-log',
      'cancel',
      'Exit code',
      'CONNECTOR_ACCESS_KEY',
    ])
      t.match(said.join('\n'), word)
    t.match(await run(['destroy'], nowhere), { code: 2, complained: /There is no destroy/ })
    const sometime = await run(['verify', '--since', 'yesterday'], nowhere)
    t.match(sometime, { code: 2, complained: /^since / })
    t.notMatch(sometime.complained, /Of all tenants/, 'tells of what is wrong alone')
    t.match(await run(['rebuild', '--thread', 'x'], nowhere), { code: 2, complained: /no --integration/ })
    t.match(await run(['rebuild', '--colour', 'x'], nowhere), { code: 2, complained: /--colour/ })
    t.match(await run(['show'], nowhere), { code: 2, complained: /takes the id/ })
    t.match(await run(['retry', '--since', 'yesterday'], nowhere), { code: 2, complained: /since/ })
    t.match(await run(['reconcile', '--share', 'all'], nowhere), { code: 2, complained: /share/ })
    t.match(await run(['reconcile', '--share', '2'], nowhere), { code: 2, complained: /share/ })
  })

  for (const [name, open] of [
    ['over the API', overApi],
    ['on the database', onDatabase],
  ] as const) {
    await t.test(`${name}: asks, follows, and ends with how it went`, async (t) => {
      const { code, said, progress } = await run(['verify', ...of, '--reason', 'Test'], open, { end: finish })
      t.equal(code, 0)
      t.match(said, [/^Operation .* was asked for/, 'verify finished: events 7.'])
      t.match(progress[0], /^verify waiting: 0, 0 findings/)
      const id = idIn(said.join(' '))
      t.match((await run(['list', ...of], open)).said.length, Number)
      t.match(await run(['show', id, ...of], open), { code: 0, said: ['verify finished: events 7.'] })
      t.match(await run(['cancel', id, ...of], open), { code: 1, complained: /has finished already/ })
    })

    await t.test(`${name}: what is refused is told, and what failed`, async (t) => {
      t.match(await run(['verify', '--tenant', 'nobody'], open), { code: 1, complained: /no tenant nobody/ })
      const fail: End = (id) =>
        api.repository.changeOperations('sklep-a', 'test', (state) => failOperation(state, id, 'Zepsuło się.'))
      t.match(await run(['rebuild', ...of], open, { end: fail }), { code: 1, said: [/asked/, /failed: Zepsuło się/] })
      const started = await run(['rebuild', ...of, '--no-wait'], open)
      t.equal(started.code, 0)
      const id = idIn(started.said.join(' '))
      t.match(await run(['rebuild', ...of], open), { code: 1, complained: new RegExp(id) }, 'names the one under way')
      t.match(await run(['cancel', id, ...of], open), { code: 0, said: [/was cancelled/] })
      t.equal((await run(['follow', id, ...of], open)).code, 4)
    })
  }

  await t.test('what narrows one kind is refused for another, and kept with the one it is for', async (t) => {
    const later = { code: 1, complained: /not valid\. --since: Lies in the future\.$/ }
    t.match(await run(['reread', ...of, '--since', '2999-01-01T00:00:00Z'], overApi), later, 'as its option')
    t.match(await run(['reread', ...of, '--since', '2999-01-01T00:00:00Z'], onDatabase), later)
    t.match(await run(['rebuild', ...of, '--share', '0.5'], overApi), { code: 1, complained: /share/ })
    t.match(await run(['verify', ...of, '--repair'], onDatabase), { code: 1, complained: /repair/ })
    const started = await run(['reconcile', ...of, '--share', '0.5', '--repair', '--no-wait', '--json'], overApi)
    t.match(JSON.parse(started.said[0] ?? ''), {
      operation: { kind: 'reconcile', scope: { share: 0.5, repair: true } },
    })
    const { operation } = JSON.parse(started.said[0] ?? '') as { operation: { operationId: string } }
    t.match(await run(['reconcile', ...of], overApi), { code: 1, complained: new RegExp(operation.operationId) })
    t.match(await run(['cancel', operation.operationId, ...of], overApi), { code: 0 })
  })

  await t.test('findings of a dry run are told, and the exit code says that there are some', async (t) => {
    const withFindings: End = async (operationId) => {
      const ids = { tenant_id: 'sklep-a', operation_id: operationId }
      const at = new Date()
      await api.worker.db
        .insertInto('operation_runs')
        .values({
          ...{ ...ids, fence: 1, owner: 'x', expires_at: at, not_before: at, started_at: at, updated_at: at },
          ...{ cursor: null, fault: null, done: 3, total: 4, findings: 1 },
        })
        .execute()
      await api.worker.db
        .insertInto('operation_findings')
        .values({
          ...{ ...ids, place: 0, what: 'row-extra', of_tenant: 'sklep-a', integration_id: null, thread_id: null },
          ...{ subject: 'customers c', detail: 'There is.', evidence: '{}', cure: 'rebuild' },
        })
        .execute()
      await finish(operationId)
    }
    const plain = await run(['rebuild', ...of, '--dry-run'], overApi, { end: withFindings, isDrawn: true })
    t.equal(plain.code, 3)
    t.match(plain.progress.at(-1), /^\[#{18}-{6}\] rebuild finished: 3 of about 4 \(75 %\)/, 'a bar on a terminal')
    t.match(plain.said[1], /^row-extra {2}sklep-a {2}customers c {2}There is\. {2}Cure: rebuild$/)
    const json = await run(['rebuild', ...of, '--dry-run', '--json'], onDatabase, { end: withFindings })
    t.equal(json.code, 3)
    const lines = json.said.map((line) => JSON.parse(line) as Record<string, { state?: string; what?: string }>)
    t.match(lines[0], { operation: { state: 'waiting' } })
    t.match(lines.at(-1), { finding: { what: 'row-extra' } })
    const csv = await run(['findings', idIn(plain.said[0] ?? ''), ...of, '--csv'], overApi)
    t.match(csv.said, [/^place,what/, /^0,row-extra,sklep-a/])
    const blind = (): Backend => createApiBackend(api.url, keyWithoutTexts, 1)
    const hidden = await run(['findings', idIn(plain.said[0] ?? ''), ...of], blind)
    t.match(hidden.said[0], /^row-extra .*Shown to keys with the scope `conversations:read`\. {2}Cure: rebuild$/)
  })

  await t.test('what cannot be taken back asks before', async (t) => {
    t.match(await run(['dismiss', ...of], overApi), { code: 2, complained: /--yes/ })
    t.match(await run(['dismiss', ...of], overApi, { agrees: false }), { code: 1, complained: /Nothing was done/ })
    t.equal((await run(['dismiss', ...of, '--yes'], overApi, { end: finish })).code, 0)
    t.equal((await run(['dismiss', ...of], overApi, { end: finish, agrees: true })).code, 0)
  })

  await t.test('an API that does not answer, and a key that may not', async (t) => {
    t.match(await run(['list'], () => createApiBackend('http://127.0.0.1:1', key, 1)), {
      code: 1,
      complained: /does not answer.*DATABASE_URL/,
    })
    t.match(await run(['rebuild'], overApi), { code: 1, complained: /scope `operator`/ })
  })
})
