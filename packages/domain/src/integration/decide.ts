import { both, type BothLanguages } from '../words/index.ts'
import type { IntegrationEvent } from '../events/event-types.ts'
import { sides, type InputUnreadable, type Side, type Verified } from '../events/integration-events.ts'
import { integrationSettings, type IntegrationSettingsInput } from '../settings/integration-settings.ts'
import type { IntegrationState } from './state.ts'

/** A command that cannot be done in the present state; `code` is stable, `message` is for people. */
export class CommandRefused extends Error {
  readonly code: string
  readonly messagePl: string
  constructor(code: string, message: BothLanguages) {
    super(message.en)
    this.code = code
    this.messagePl = message.pl
  }
}

/** Settings that are left out get their defaults, and are recorded with them: a later default changes nothing. */
export const configureIntegration = (settings: IntegrationSettingsInput): IntegrationEvent[] => [
  { type: 'IntegrationConfigured', data: integrationSettings.parse(settings) },
]

export function startIntegration(state: IntegrationState): IntegrationEvent[] {
  if (state.deletedAt)
    throw new CommandRefused(
      'integration.unknown',
      both('Integracja została usunięta.', 'The integration was deleted.'),
    )
  if (state.status === 'running') return []
  if (!state.settings)
    throw new CommandRefused(
      'integration.not_configured',
      both('Najpierw zapisz ustawienia integracji.', 'Save the settings of the integration first.'),
    )
  const missing = (['empikplace', 'thulium'] as const).filter((side) => !state.authenticated[side])
  if (missing.length > 0)
    throw new CommandRefused(
      'integration.not_authenticated',
      both(
        `Najpierw uwierzytelnij integrację: ${missing.join(' i ')} jeszcze nie przyjęło jej danych.`,
        `Authenticate the integration first: ${missing.join(' and ')} did not accept its credentials yet.`,
      ),
    )
  return [{ type: 'IntegrationStarted', data: {} }]
}

export const stopIntegration = (state: IntegrationState): IntegrationEvent[] =>
  state.status === 'running' ? [{ type: 'IntegrationStopped', data: { reason: 'requested' } }] : []

/** Stops it first, so that whoever knows only of running and stopped ones leaves it alone too. */
export const deleteIntegration = (state: IntegrationState): IntegrationEvent[] =>
  state.deletedAt ? [] : [...stopIntegration(state), { type: 'IntegrationDeleted', data: {} }]

/**
 * Sides accepted their credentials. An integration that rejections had stopped runs again when no side is left that has
 * rejected: a side that is merely away at the moment must not keep it stopped.
 */
export function authenticated(state: IntegrationState, verified: readonly Verified[]): IntegrationEvent[] {
  const events: IntegrationEvent[] = verified.map((data) => ({ type: 'IntegrationAuthenticated', data }))
  const isAuthenticated = (side: Side): boolean =>
    state.authenticated[side] || verified.some((accepted) => accepted.side === side)
  return state.status === 'credentials-rejected' && !state.deletedAt && sides.every(isAuthenticated)
    ? [...events, { type: 'IntegrationStarted', data: {} }]
    : events
}

/**
 * The stored credentials of an integration that rejections had stopped were accepted, without anybody having saved new ones.
 * Only those that rejections stopped are asked about; meanwhile a person may have done something else with it.
 */
export const acceptStored = (state: IntegrationState, verified: readonly Verified[]): IntegrationEvent[] =>
  state.status === 'credentials-rejected' && !state.deletedAt
    ? authenticated(
        state,
        verified.filter(({ side }) => !state.authenticated[side]),
      )
    : []

export interface RejectionPolicy {
  /** So many explicit rejections in a row stop the integration. */
  stopAfter: number
  /** Rejections closer together than this count once: many calls in flight meet the same refusal. */
  spacingMs: number
}

export const defaultRejectionPolicy: RejectionPolicy = { stopAfter: 3, spacingMs: 30_000 }

export function rejectAuthentication(
  state: IntegrationState,
  rejection: { side: Side; operation: string; status?: number | undefined; message: string },
  now: Date,
  policy: RejectionPolicy,
): IntegrationEvent[] {
  if (state.status !== 'running') return []
  const { count, lastAt } = state.rejections[rejection.side]
  if (lastAt && now.getTime() - lastAt.getTime() < policy.spacingMs) return []
  const { side, operation, status, message } = rejection
  const rejected: IntegrationEvent = {
    type: 'AuthenticationRejected',
    data: { side, operation, message, ...(status === undefined ? {} : { status }) },
  }
  return count + 1 >= policy.stopAfter
    ? [rejected, { type: 'IntegrationStopped', data: { reason: 'credentials-rejected' } }]
    : [rejected]
}

/**
 * A success ends a run of rejections of the same operation. Another one proves nothing: an API user may be allowed to read
 * tickets and not to comment on them.
 */
export const acceptAuthentication = (
  state: IntegrationState,
  verified: Verified,
  operation: string,
): IntegrationEvent[] =>
  state.rejections[verified.side].count > 0 && state.rejections[verified.side].operation === operation
    ? [{ type: 'IntegrationAuthenticated', data: verified }]
    : []

export const recordUnreadable = (state: IntegrationState, input: InputUnreadable): IntegrationEvent[] =>
  state.unreadable.has(input.inputId) ? [] : [{ type: 'InputUnreadable', data: input }]
