import type { Side } from '../events/integration-events.ts'

export const effectKinds = [
  'customer:link',
  'customer:add',
  'customer:name',
  'ticket:create',
  'ticket:update',
  'ticket:reopen',
  'message:mirror',
  'comment:add',
  'reply:send',
  'auto-reply:send',
  'auto-reply:mirror',
  'attachment:relay',
  'attachment:send',
] as const
export type EffectKind = (typeof effectKinds)[number]

/**
 * Effects keep their order within a lane. A conversation has one lane of texts per outside system, and further ones for
 * what no text should ever wait for.
 */
export const lanes = ['thulium', 'empikplace', 'crm', 'ticket-fields', 'auto-reply', 'files-in', 'files-out'] as const
export type Lane = (typeof lanes)[number]

/** Nothing later in the lane can work without these, so a parked one holds the lane until a person decides. */
const holdingKinds: ReadonlySet<EffectKind> = new Set(['customer:link', 'ticket:create'])
export const holdsLaneWhenParked = (kind: EffectKind): boolean => holdingKinds.has(kind)

const laneByKind: Record<EffectKind, Lane> = {
  'customer:link': 'thulium',
  'customer:add': 'crm',
  'customer:name': 'crm',
  'ticket:create': 'thulium',
  'ticket:update': 'ticket-fields',
  'ticket:reopen': 'thulium',
  'message:mirror': 'thulium',
  'comment:add': 'thulium',
  'reply:send': 'empikplace',
  // It may wait for hours until it is due, and an agent's answer must not wait with it.
  'auto-reply:send': 'auto-reply',
  'auto-reply:mirror': 'thulium',
  // One after another, because each counts towards the limit of the conversation; texts never wait for them.
  'attachment:relay': 'files-in',
  'attachment:send': 'files-out',
}

export const laneOf = (kind: EffectKind): Lane => laneByKind[kind]

/** Lanes whose effects are written to EmpikPlace, under the budget of a shop's key; the others share that of the account. */
export const empikplaceLanes: readonly Lane[] = ['empikplace', 'auto-reply', 'files-out']

export const sideOf = (kind: EffectKind): Side => (empikplaceLanes.includes(laneOf(kind)) ? 'empikplace' : 'thulium')

/**
 * Key of an effect within its tenant: the same wish always has the same key, so it can be planned only once.
 * @param threadId part of every key, since message ids are only known to be unique within a thread
 */
export const effectKey = (kind: EffectKind, integrationId: string, threadId: string, subject = ''): string =>
  [kind, integrationId, threadId, subject].filter((part) => part !== '').join(':')
