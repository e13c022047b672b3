import { createMasterKey, migrate } from '@connector/store'
import { createTestDatabase, noDatabase, openBlackHole, until } from '@connector/test-kit'
import t from 'tap'
import { startChild } from './support/child.ts'

t.setTimeout(300_000)

t.test(
  'services that are told to end while nothing comes from the database',
  { skip: noDatabase ?? false },
  async (t) => {
    const database = await createTestDatabase()
    await migrate(database.url)
    const way = await openBlackHole(database.url)
    const masterKey = createMasterKey()
    const services = ['api', 'ingest', 'projector'].map((name) => {
      let said = ''
      const environment = {
        ...{ DATABASE_URL: way.url, CONNECTOR_MASTER_KEY: masterKey, PUBLIC_URL: 'http://127.0.0.1:8080' },
        ...{
          API_PORT: '0',
          API_AUTHENTICATION: 'off',
          EMPIKPLACE_URL: 'http://127.0.0.1:9',
          THULIUM_URL: 'http://127.0.0.1:9/{system}',
        },
      }
      const child = startChild(`services/${name}/src/main.ts`, environment, (text) => (said += text))
      return { name, child, said: () => said }
    })
    t.teardown(async () => {
      for (const { child } of services) child.kill('SIGKILL')
      await Promise.all(services.map(({ child }) => child.ended))
      await way.close()
      await database.drop()
    })
    for (const { name, said } of services)
      await until(`${name} runs`, () => /"The (?:service|API) is running"/.test(said()) || undefined)

    way.swallow()
    for (const { child } of services) child.kill('SIGTERM')
    await Promise.all(
      services.map(async ({ name, child, said }) => {
        t.equal(
          await child.ended,
          0,
          `${name} ends by itself, before it would be ended by force, and that is no failure`,
        )
        t.match(said(), /"Stopping"/)
      }),
    )
    const workers = services.filter(({ name }) => name !== 'api')
    for (const { name, said } of workers)
      t.match(said(), /Not everything could be ended in order/, `${name} says that its leases were not given back`)
  },
)
