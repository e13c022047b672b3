import { assertNotOpenToAll, createApi, createFingerprints, createOperatorKey } from '@connector/api'
import { openTenantLog, openWorker, panelLinksOf, startBudgetReports, workerSettings } from '@connector/connections'
import { buildConsole } from '@connector/console'
import { projectorSettings } from '@connector/projector'
import {
  createLog,
  createSignedLinks,
  readEnvironment,
  runMain,
  startTracing,
  untilStopped,
} from '@connector/service-kit'
import { connectTenants } from '@connector/store'
import { CannotStart } from './cannot-start.ts'
import { openDataFolder } from './data-folder.ts'
import { openDatabase } from './database.ts'
import { demoTenant, setUpDemo, writeFirstMessages } from './demo.ts'
import { checkPorts } from './ports.ts'
import { readyText } from './ready-text.ts'
import { openSandboxes } from './sandboxes.ts'
import { startServices } from './services.ts'
import { quickSettings, standaloneSettings } from './settings.ts'

const builtConsole = (): Promise<string> =>
  buildConsole(() => process.stdout.write('Building the console, once; this takes some seconds.\n')).catch(
    (error: unknown) => {
      throw new CannotStart(error instanceof Error ? error.message : String(error))
    },
  )

const usage = `Usage:
  npm start                starts everything on this machine, with sandboxes of both sides and a demonstration
  npm run start:api        the same without the demonstration; callers need a key, and one of the operator is printed
docs/configuration.md lists the settings, such as API_PORT=8080 and DATA_DIR=.data.`

/** Everything in one process: database, both sandboxes, ingest, projector, API and the console. */
await runMain(async () => {
  const startedAt = performance.now()
  const settings = readEnvironment(standaloneSettings)
  const { API_HOST: host, API_PORT, EMPIKPLACE_SANDBOX_PORT, THULIUM_SANDBOX_PORT } = settings
  // Nobody signs in to the demonstration.
  const mode = process.argv.includes('--authenticated') ? 'required' : 'off'
  assertNotOpenToAll(mode, host)
  const logger = createLog('standalone', settings.LOG_LEVEL)
  const folder = await openDataFolder(settings.DATA_DIR)
  await checkPorts({ API_PORT, EMPIKPLACE_SANDBOX_PORT, THULIUM_SANDBOX_PORT }, host)
  const console = await builtConsole()

  const sandboxes = await openSandboxes(folder.path)
  const [[empikplaceUrl, thuliumUrl], database] = await Promise.all([
    sandboxes.listen(host, { empikplace: EMPIKPLACE_SANDBOX_PORT, thulium: THULIUM_SANDBOX_PORT }),
    openDatabase(settings.DATABASE_URL, folder.path, (notice) => logger.warn({}, notice)),
  ])

  const onError = (error: unknown): void => logger.warn({ error }, 'The database had a passing fault')
  const publicUrl = settings.PUBLIC_URL ?? `http://${host}:${API_PORT}`
  const environment = {
    ...quickSettings,
    EMPIKPLACE_URL: empikplaceUrl,
    THULIUM_URL: `${thuliumUrl}/{system}`,
    ...process.env,
    DATABASE_URL: database.urls.connector_worker,
    CONNECTOR_MASTER_KEY: folder.masterKey,
    PUBLIC_URL: publicUrl,
  }
  const workerEnvironment = readEnvironment(workerSettings, environment)
  const endTracing = await startTracing(workerEnvironment, 'standalone', logger)
  const worker = await openWorker(workerEnvironment, { logger, connections: 20 })
  const { vault, clients } = worker
  const { masterKey, oldMasterKey } = worker.masterKeys
  const tenants = connectTenants({ url: database.urls.connector_api, onError })
  const apiLog = await openTenantLog(
    { ...workerEnvironment, DATABASE_URL: database.urls.connector_api },
    { store: tenants, masterKeys: worker.masterKeys, nats: worker.nats, now: worker.now, onError },
  )

  const stopServices = await startServices(worker, environment)
  const api = await createApi({
    store: tenants,
    log: apiLog,
    vault,
    clients,
    links: createSignedLinks(masterKey, publicUrl, oldMasterKey),
    fingerprints: createFingerprints(masterKey, oldMasterKey),
    logger,
    now: worker.now,
    authentication: { mode, issuer: publicUrl, audience: 'standalone' },
    panel: panelLinksOf(readEnvironment(projectorSettings, environment)),
    hostnames: [new URL(publicUrl).hostname],
    alertsToThisMachine: true,
    console: {
      folder: console,
      panels: {
        order: `${empikplaceUrl}/?thread={thread_id}`,
        conversation: `${empikplaceUrl}/?thread={thread_id}`,
        ticket: `${thuliumUrl}/{system}/tickets/{ticket_id}`,
      },
      demonstration: { tenantId: demoTenant, empikplaceUrl, thuliumUrl },
    },
  })
  if (mode === 'off' && settings.DEMONSTRATION === 'connected' && (await setUpDemo(api)))
    writeFirstMessages(sandboxes.empikplace)
  const url = await api.listen({ host, port: API_PORT })

  process.stdout.write(
    readyText({
      seconds: (performance.now() - startedAt) / 1000,
      ...{ url, empikplaceUrl, thuliumUrl, notice: database.notice },
      operatorKey: mode === 'off' ? undefined : await createOperatorKey(tenants, new Date()),
    }),
  )
  const budgetReports = startBudgetReports(worker)
  await untilStopped(
    logger,
    async () => {
      await api.close()
      await budgetReports.stop()
      await stopServices()
      await sandboxes.close()
      await apiLog.close()
      await Promise.all([worker.close(), tenants.close()])
      await endTracing()
      await database.stop()
      await folder.release()
      // Nobody ends it by force, and its database writes down everything first.
    },
    120_000,
  )
}, usage)
