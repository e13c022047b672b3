import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { noDatabase, programArguments, until } from '@connector/test-kit'
import t from 'tap'
import { openScene, startReceiver, type Scene } from './support.ts'

const root = resolve(import.meta.dirname, '../../..')

/** Runs a process that watches and tells until it has killed itself at that point. */
async function dieAt(scene: Scene, point: string): Promise<void> {
  const child = spawn(process.execPath, programArguments('packages/alerts/test/alerts-main.ts'), {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: scene.databaseUrl,
      MASTER_KEY: scene.masterKey,
      ALERT_EVERY_MS: '50',
      ALERT_WEBHOOKS_TO_THIS_MACHINE: 'on',
      CONNECTOR_KILL_AT: point,
    },
  })
  const [, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (signal !== 'SIGKILL') throw new Error(`It was to die at ${point}.`)
}

/** The clock of the test is the real one, and whatever the dead process had claimed is over. */
function afterItsClaim(scene: Scene): void {
  scene.pass((Date.now() - scene.now().getTime()) / 60_000 + 1.1)
}

const cases = [
  { point: 'append.before:alerts', sentBefore: 0, what: 'before what it found is written' },
  { point: 'call-sent.before:alert', sentBefore: 0, what: 'before it is sent' },
  { point: 'call-answered.after:alert', sentBefore: 1, what: 'between sending and writing down' },
]

await t.test('A process that is killed', { skip: noDatabase ?? false }, async (t) => {
  for (const { point, sentBefore, what } of cases)
    await t.test(`${what} loses no alert, and a second copy has the id of the first`, async (t) => {
      const scene = await openScene(t)
      const receiver = await startReceiver(t)
      await scene.target(receiver.url)
      scene.pass((Date.now() - scene.now().getTime()) / 60_000)
      await scene.facts({ parked: 2 })
      await scene.store.db.updateTable('alert_watch').set({ looked_at: new Date() }).execute()
      await dieAt(scene, point)
      t.equal(receiver.received.length, sentBefore)
      afterItsClaim(scene)
      await scene.facts({ parked: 2 })
      await scene.look()
      await until('the alert', async () => {
        await scene.deliver()
        return receiver.received.length > sentBefore ? true : undefined
      })
      t.equal(receiver.received.length, sentBefore + 1)
      t.equal(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size, 1)
      t.match(await scene.deliveries(), [{ state: 'delivered' }])
      t.equal((await scene.deliveries()).length, 1)
    })
})
