import Fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { compileWhenCalled } from '../kit/validators.ts'
import { SandboxClock, installDateHeader } from '../kit/clock.ts'
import { registerControl } from '../kit/control.ts'
import { CallCounters, installCounters } from '../kit/counters.ts'
import { FaultPlan, installFaults } from '../kit/faults.ts'
import { StateFile } from '../kit/state-file.ts'
import { Switches } from '../kit/switches.ts'
import { identifyThuliumCall, openApi } from './api/api.ts'
import { injectedErrorBody } from './model/api-error.ts'
import { registerApiRoutes } from './api/api-routes.ts'
import type { SystemConfig, ThuliumSeed } from './model/config.ts'
import { registerSystemControl } from './script/control-routes.ts'
import { createControls } from './script/controls.ts'
import type { ThuliumControls } from './script/controls.ts'
import { registerPanel } from './panel/panel.ts'
import { parsePhpQuery } from './model/php-query.ts'
import { restoreSystem, snapshotOf } from './systems/snapshot.ts'
import type { ThuliumState } from './systems/snapshot.ts'
import type { SystemStore, Surroundings } from './systems/system-store.ts'
import { thuliumSwitchDefinitions } from './model/switches.ts'
import type { ThuliumSwitches } from './model/switches.ts'
import { createSystem } from './records/systems.ts'
import { WebhookSender } from './outgoing/webhooks.ts'

// The panel's limit of one file; whether the API has another one is unknown.
const maxFileBytes = 25 * 1024 * 1024

export type ThuliumSandbox = ThuliumControls & {
  app: FastifyInstance
  clock: SandboxClock
  faults: FaultPlan
  counters: CallCounters
  /** Throws RangeError when the name is taken or the description contradicts itself. */
  addSystem: (config: SystemConfig) => void
  /** Delivers webhooks held back to come out of order, and waits until every delivery has ended. */
  webhooksSettled: () => Promise<void>
  /** Port 0 takes a free one. Returns the base URL without a trailing slash. */
  listen: (port: number, host?: string) => Promise<string>
  close: () => Promise<void>
}

/**
 * A stand-in of Thulium for many accounts at once: the API of account `x` is under `/x/api/`, its panel under `/x/`,
 * the controls under `/__sandbox/`. With `stateFile` it goes on where it stopped; the seed then only fills what is not
 * there yet.
 */
export async function createThuliumSandbox(options: {
  seed?: ThuliumSeed
  stateFile?: string
  logger?: boolean
  switches?: Partial<ThuliumSwitches>
}): Promise<ThuliumSandbox> {
  const app = Fastify({
    logger: options.logger ?? false,
    bodyLimit: maxFileBytes,
    forceCloseConnections: true,
    routerOptions: { querystringParser: parsePhpQuery, ignoreTrailingSlash: true },
  })
  compileWhenCalled(app)
  const clock = new SandboxClock()
  const faults = new FaultPlan()
  const counters = new CallCounters(clock)
  const switches = new Switches<ThuliumSwitches>(thuliumSwitchDefinitions)
  const webhooks = new WebhookSender()
  const stores = new Map<string, SystemStore>()
  const stateFile = new StateFile<ThuliumState>(options.stateFile)
  let unsaved = false

  const surroundings: Surroundings = {
    clock,
    switches,
    emit: (store, action, fields) => webhooks.emit(store, action, fields),
    changed: () => {
      unsaved = true
    },
  }
  const save = (): void => {
    if (!unsaved) return
    unsaved = false
    if (options.stateFile !== undefined) stateFile.save({ systems: [...stores.values()].map(snapshotOf) })
  }
  const addSystem = (config: SystemConfig): void => {
    if (stores.has(config.system)) throw new RangeError(`System ${config.system} exists already`)
    stores.set(config.system, createSystem(config, surroundings))
    unsaved = true
    save()
  }
  const fill = (): void => {
    switches.patch(options.switches ?? {})
    for (const config of options.seed?.systems ?? []) if (!stores.has(config.system)) addSystem(config)
  }
  const reset = (): void => {
    stores.clear()
    clock.reset()
    faults.clear()
    counters.clear()
    switches.reset()
    fill()
    unsaved = true
    save()
  }

  for (const system of stateFile.load()?.systems ?? []) {
    stores.set(system.config.system, restoreSystem(system, surroundings))
  }
  fill()

  // Saving comes before the faults: a cut after the work must find the work on disk.
  app.addHook('onSend', (_request, _reply, payload, done) => {
    save()
    done(null, payload)
  })
  installDateHeader(app, clock)
  installCounters(app, counters, identifyThuliumCall)
  installFaults(app, faults, identifyThuliumCall, { clock, errorBody: injectedErrorBody })
  const controls = createControls(stores, save)
  registerControl(app, { clock, faults, counters, switches, reset })
  await app.register((scope, _options, done) => {
    registerApiRoutes(openApi(scope, stores))
    done()
  })
  await app.register((scope, _options, done) => {
    registerSystemControl(scope, { stores, controls, addSystem, webhooks })
    done()
  })
  await registerPanel(app, { stores, controls })
  app.setNotFoundHandler((_request, reply) =>
    reply.code(404).type('text/html; charset=utf-8').send('<html><body><h1>404 Not Found</h1></body></html>'),
  )

  return {
    ...controls,
    app,
    clock,
    faults,
    counters,
    addSystem,
    webhooksSettled: async () => {
      webhooks.flush()
      await webhooks.settled()
    },
    listen: (port, host = '127.0.0.1') => app.listen({ port, host }),
    close: async () => {
      await webhooks.close()
      await app.close()
    },
  }
}
