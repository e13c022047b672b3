import { randomUUID } from 'node:crypto'
import type { Connection } from '@connector/connections'
import { emptyConversation, evolveConversation, type ConversationState } from '@connector/domain/conversation'
import { effectKey, untried, type EffectKind } from '@connector/domain/effects'
import type { ConversationEvent, MessageReceived } from '@connector/domain/events'
import { emptyIntegration, type IntegrationState } from '@connector/domain/integration'
import {
  defaultPanelLinks,
  integrationSettings,
  type IntegrationSettings,
  type IntegrationSettingsInput,
} from '@connector/domain/settings'
import type { ConversationRef } from '@connector/domain/words'
import type { BuyerWrites, Fault } from '@connector/sandbox'
import { createSignedLinks } from '@connector/service-kit'
import { createMasterKey, parseMasterKey } from '@connector/store'
import type { ThuliumClient } from '@connector/thulium'
import { unlessFirm } from '../../../src/effects/doubts.ts'
import type { EffectContext, Result } from '../../../src/effects/handler.ts'
import { createHandlers, type HandlerDeps } from '../../../src/effects/handlers.ts'
import type { ClaimedEffect } from '../../../src/claimed-effect.ts'
import { accountConfig, accountOf, customerField } from './account.ts'
import { received } from './events.ts'
import type { Outside } from './outside.ts'

const links = createSignedLinks(parseMasterKey(createMasterKey()), 'http://127.0.0.1:8080')

let nextShop = 40_001

export interface SceneOptions {
  settings?: Partial<IntegrationSettingsInput>
  integration?: Partial<IntegrationState>
  /** What is known of buyers from other conversations; nothing by default. */
  buyers?: HandlerDeps['buyers']
  /** Files that were handed over in the console; none by default. */
  answerFiles?: HandlerDeps['answerFiles']
  now?: () => Date
  /** Changes what the client of Thulium answers. */
  answers?: (client: ThuliumClient) => Partial<ThuliumClient>
  /** Since when this process works for the account; for ever by default, so that nobody can have been there before. */
  ownerSince?: Date
}

/** One conversation of a shop and an account of its own: what the log tells of it, and what effects do to the outside. */
export interface Scene {
  ref: ConversationRef
  system: string
  shopId: number
  settings: IntegrationSettings
  connection: Connection
  state(): ConversationState
  happened(...events: ConversationEvent[]): void
  /** The buyer writes at EmpikPlace, in the conversation of the scene, and ingest has seen it. */
  buyerWrites(text: string, more?: Partial<BuyerWrites>, changes?: Partial<MessageReceived>): MessageReceived
  /** What a handler is given, after so many failed tries. */
  context(kind: EffectKind, subject?: string, failures?: number): EffectContext
  /** A try, after so many failed ones in a row and so many without an answer; its outcome becomes a part of the conversation. */
  run(kind: EffectKind, subject?: string, failures?: number, ambiguousSends?: number): Promise<Result>
  /** A try after an outage of nine tries, in which nothing was refused. */
  runAfterOutage(kind: EffectKind, subject?: string): Promise<Result>
  /** A look whether it was done; its outcome becomes a part of the conversation. */
  lookUp(
    kind: EffectKind,
    subject?: string,
    ambiguousSends?: number,
    failures?: number,
    doubts?: number,
  ): Promise<Result>
  /** The next call of that operation fails so, after `skip` others. */
  fault(operation: string, fault: Fault, more?: { times?: number | null; skip?: number }): void
  /** The database was restored from a backup: the log knows the first events alone, the outside all of them. */
  restored(events: number, ownerSince?: Date): void
  /** The operator has told of the restore, so that effects know of it. */
  restoredAt(at: Date): void
  /** How often the outside was called by this scene, by operation. */
  calls(operation: string): number
}

const nobody: HandlerDeps['buyers'] = {
  known: () => Promise.resolve(undefined),
  uncertain: () => Promise.resolve(false),
}

const noFiles: HandlerDeps['answerFiles'] = {
  read: () => Promise.resolve(undefined),
  drop: () => Promise.resolve(),
}

export function createScene(outside: Outside, options: SceneOptions = {}): Scene {
  const { empik, thulium, clients } = outside
  const { buyers = nobody, answerFiles = noFiles, now = () => new Date() } = options
  const system = `sklep-${randomUUID().slice(0, 8)}`
  const shopId = nextShop++
  const apiKey = randomUUID()
  const config = accountConfig(system)
  thulium.addSystem(config)
  empik.addShop({ id: shopId, name: `Sklep ${shopId}` })
  empik.addKey({ key: apiKey, shopIds: [shopId] })

  const settings = integrationSettings.parse({
    name: `Sklep ${shopId}`,
    shopId: String(shopId),
    customerField,
    queueId: 7,
    categoryId: 12,
    ...options.settings,
  })
  const ref: ConversationRef = { tenantId: system, integrationId: randomUUID(), threadId: '' }
  const client = clients.thulium({ system, user: config.apiUser, password: config.password })
  const connection: Connection = {
    ref,
    integration: { ...emptyIntegration, settings, status: 'running', ...options.integration },
    settings,
    account: accountOf(config),
    empikplace: clients.empikplace({ shopId: String(shopId), apiKey }),
    thulium: { ...client, ...options.answers?.(client) },
  }
  const panel = { ...defaultPanelLinks, base: outside.empikUrl }
  let state = emptyConversation
  let ownerSince = options.ownerSince ?? new Date(0)
  let handlers = createHandlers({ buyers, panel, links, answerFiles, now })
  let restoredAt: Date | undefined
  const history: ConversationEvent[] = []
  const happened = (event: ConversationEvent): void => {
    history.push(event)
    state = evolveConversation(state, event)
  }

  const contextOf = (
    kind: EffectKind,
    subject: string,
    lookUp: boolean,
    failures = 0,
    ambiguousSends = 0,
    doubts = failures,
  ): EffectContext => {
    const key = effectKey(kind, ref.integrationId, ref.threadId, subject)
    const effect: ClaimedEffect = {
      ...ref,
      effectKey: key,
      kind,
      subject,
      lookUp,
      fence: 1,
      attempts: 1,
      progress: { ...untried, failures, ambiguousSends, doubts },
      ...(restoredAt && { restoredAt }),
    }
    return { ref, effect, state, connection, ownerSince, signal: new AbortController().signal }
  }
  const settle = (result: Result): Result => {
    if (result.kind === 'done') happened(result.event)
    return result
  }
  const perform = async (context: EffectContext): Promise<Result> =>
    settle(unlessFirm(context, await handlers[context.effect.kind].perform(context)))
  const sideOf = (operation: string) =>
    operation.includes(' ') ? { sandbox: thulium, subject: system } : { sandbox: empik, subject: apiKey }

  return {
    ref,
    system,
    shopId,
    settings,
    connection,
    state: () => state,
    happened(...events) {
      events.forEach(happened)
    },
    buyerWrites(text, more = {}, changes = {}) {
      const thread = ref.threadId === '' ? {} : { threadId: ref.threadId }
      const { threadId, messageId } = empik.buyerWrites({ shopId, text, ...thread, ...more })
      ref.threadId = threadId
      const event = received(empik.thread(threadId), messageId, changes)
      happened(event)
      return event.data
    },
    context: (kind, subject = '', failures = 0) => contextOf(kind, subject, false, failures),
    run: (kind, subject = '', failures = 0, ambiguousSends = 0) =>
      perform(contextOf(kind, subject, false, failures, ambiguousSends)),
    runAfterOutage: (kind, subject = '') => perform(contextOf(kind, subject, false, 9, 0, 0)),
    async lookUp(kind, subject = '', ambiguousSends = 0, failures = 0, doubts = failures) {
      const context = contextOf(kind, subject, true, failures, ambiguousSends, doubts)
      return settle(unlessFirm(context, await handlers[kind].lookUp(context)))
    },
    fault(operation, fault, more = {}) {
      const { sandbox, subject } = sideOf(operation)
      sandbox.faults.add({ operation, subject, fault, ...more })
    },
    restored(events, since = new Date(Date.now() + 3_600_000)) {
      const known = history.splice(0).slice(0, events)
      state = emptyConversation
      known.forEach(happened)
      ownerSince = since
      handlers = createHandlers({ buyers, panel, links, answerFiles, now })
    },
    restoredAt(at) {
      restoredAt = at
    },
    calls(operation) {
      const { sandbox, subject } = sideOf(operation)
      return sandbox.counters.count({ operation, subject })
    },
  }
}
