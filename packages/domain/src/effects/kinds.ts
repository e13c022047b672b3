export const effectKinds = ['customer:link', 'ticket:create', 'message:mirror', 'comment:add', 'reply:send'] as const
export type EffectKind = (typeof effectKinds)[number]

/** Effects keep their order within a lane; a conversation has one lane per outside system. */
export const lanes = ['thulium', 'empikplace'] as const
export type Lane = (typeof lanes)[number]

/** Nothing later in the lane can work without these, so a parked one holds the lane until a person decides. */
const holdingKinds: ReadonlySet<EffectKind> = new Set(['customer:link', 'ticket:create'])
export const holdsLaneWhenParked = (kind: EffectKind): boolean => holdingKinds.has(kind)

export const laneOf = (kind: EffectKind): Lane => (kind === 'reply:send' ? 'empikplace' : 'thulium')

/**
 * Key of an effect within its tenant: the same wish always has the same key, so it can be planned only once.
 * @param threadId part of every key, since message ids are only known to be unique within a thread
 */
export const effectKey = (kind: EffectKind, integrationId: string, threadId: string, subject = ''): string =>
  [kind, integrationId, threadId, subject].filter((part) => part !== '').join(':')
