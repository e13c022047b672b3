import fastify from 'fastify'
import type { FastifyInstance } from 'fastify'
import { SandboxClock, installDateHeader } from '../kit/clock.ts'
import { registerControl } from '../kit/control.ts'
import { CallCounters, installCounters } from '../kit/counters.ts'
import { FaultPlan, installFaults } from '../kit/faults.ts'
import { compileWhenCalled } from '../kit/validators.ts'
import { StateFile } from '../kit/state-file.ts'
import { identify } from './api/access.ts'
import { createActions } from './script/actions.ts'
import type { EmpikPlaceActions } from './script/actions.ts'
import { registerApi } from './api/api.ts'
import { registerScript } from './script/script-routes.ts'
import type { World } from './world/conversations.ts'
import type { EmpikPlaceSeed } from './model/inputs.ts'
import { registerPage } from './page/page-routes.ts'
import { persistState, restoreState } from './world/persisted-state.ts'
import type { PersistedState } from './world/persisted-state.ts'
import { applySeed } from './world/seeding.ts'
import { EmpikPlaceState } from './world/state.ts'
import { createEmpikPlaceSwitches } from './model/switches.ts'
import type { EmpikPlaceSwitches, EmpikPlaceSwitchValues } from './model/switches.ts'

/** With `stateFile` the state is kept over restarts and the seed only counts for an empty file. */
export type EmpikPlaceOptions = {
  seed?: EmpikPlaceSeed
  stateFile?: string
  logger?: boolean
  switches?: Partial<EmpikPlaceSwitchValues>
}

export type EmpikPlaceSandbox = EmpikPlaceActions & {
  app: FastifyInstance
  clock: SandboxClock
  faults: FaultPlan
  counters: CallCounters
  switches: EmpikPlaceSwitches
  state: EmpikPlaceState
  /** Back to the seed: state, faults, counters, switches and clock. */
  reset: () => void
  /** Starts listening (port 0 = any free port) and returns the base URL. */
  listen: (port: number, host?: string) => Promise<string>
  close: () => Promise<void>
}

/** A stand-in of the EmpikPlace (Mirakl) seller API with a page for playing buyer, seller and operator. */
export async function createEmpikPlaceSandbox(options: EmpikPlaceOptions = {}): Promise<EmpikPlaceSandbox> {
  const clock = new SandboxClock()
  const faults = new FaultPlan()
  const counters = new CallCounters(clock)
  const switches = createEmpikPlaceSwitches()
  switches.patch(options.switches ?? {})
  const state = new EmpikPlaceState()
  const world: World = { state, clock, switches }
  const file = new StateFile<PersistedState>(options.stateFile)
  const hasFile = options.stateFile !== undefined
  const save = () => {
    if (hasFile) file.save(persistState(state))
  }
  let atNextPage: (() => void)[] = []

  const stored = file.load()
  if (stored) restoreState(state, stored, clock.now().getTime())
  else {
    applySeed(world, options.seed ?? {})
    save()
  }

  const actions = createActions(world, save, (action) => atNextPage.push(action))
  const reset = () => {
    clock.reset()
    faults.clear()
    counters.clear()
    switches.reset()
    switches.patch(options.switches ?? {})
    atNextPage = []
    state.clear()
    applySeed(world, options.seed ?? {})
    save()
  }

  const app = fastify({
    logger: options.logger ?? false,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    bodyLimit: 64 * 1024 * 1024,
  })
  compileWhenCalled(app, { removeAdditional: false, coerceTypes: false })
  installCounters(app, counters, identify)
  // Before the faults, so that a cut after the work never loses what was done.
  app.addHook('onSend', (request, _reply, payload, done) => {
    if (request.method === 'POST' && request.url.startsWith('/api/')) save()
    done(null, payload)
  })
  installFaults(app, faults, identify, {
    clock,
    errorBody: (status) => ({ message: status === 429 ? 'Too many calls in the last hour' : 'Sandbox fault', status }),
  })
  installDateHeader(app, clock)
  await registerApi(app, world, counters, () => {
    const due = atNextPage
    atNextPage = []
    for (const action of due) action()
  })
  registerControl(app, { clock, faults, counters, switches, reset })
  registerScript(app, world, actions)
  await registerPage(app, world, actions)
  app.get('/healthz', () => ({ status: 'ok' }))

  return {
    ...actions,
    app,
    clock,
    faults,
    counters,
    switches,
    state,
    reset,
    listen: (port, host = '127.0.0.1') => app.listen({ port, host }),
    close: () => app.close(),
  }
}
