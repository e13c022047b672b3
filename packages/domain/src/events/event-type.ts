import { z } from 'zod'
import { ours } from './personal.ts'

type Data = Record<string, unknown>

/**
 * The newest schema of an event, and how older data becomes it: `upcast` has, for each older version that was released, the
 * step to the next one, in code of its own that no later change of the rest touches. A released version is never changed (its
 * golden file in `test/golden` holds it still).
 */
export interface Versioned<S extends z.ZodType> {
  version: number
  schema: S
  upcast: Readonly<Record<number, (data: Data) => Data>>
}

/** All that is fixed about one type of event. */
export interface EventType<S extends z.ZodType = z.ZodType> extends Versioned<S> {
  /**
   * What tells it from others of its type in its stream: the same for a happening that is seen twice, so that it is recorded
   * once; `byPlace` where the same may happen again.
   */
  id(data: z.infer<S>, revision: number): string
}

/** What an event settles for good: the effect of that key, or the sending of that agent's reply. */
export type Settled = { effectKey: string } | { sendingOf: number }

/** `isOutcome`: it says how an effect ended, which its data names. */
export interface ConversationEventType<
  S extends z.ZodType = z.ZodType,
  O extends boolean = boolean,
> extends EventType<S> {
  isOutcome: O
  settles(data: z.infer<S>): readonly Settled[]
}

export type DataOf<T extends Versioned<z.ZodType>> = z.infer<T['schema']>

/** It may happen again with the same content (an order returns to an earlier state), so its place in the stream tells. */
export const byPlace = (_data: unknown, revision: number): string => String(revision)

export const settlesNothing = (): readonly Settled[] => []

/** `upcast` may be left out where no older version was released. */
type Row<T extends Versioned<z.ZodType>, Derived extends keyof T = never> = Omit<T, 'upcast' | Derived> &
  Partial<Pick<T, 'upcast'>>

export const eventType = <S extends z.ZodType>(row: Row<EventType<S>>): EventType<S> => ({ upcast: {}, ...row })

/** Something that happened in a conversation. */
export const happening = <S extends z.ZodType>(
  row: Row<ConversationEventType<S>, 'isOutcome'>,
): ConversationEventType<S, false> => ({ upcast: {}, ...row, isOutcome: false })

/** How an effect ended: the effect tells it from others, and is settled by it. */
export const outcome = <S extends z.ZodType<{ effectKey: string }>>(
  row: Row<ConversationEventType<S>, 'isOutcome' | 'id' | 'settles'>,
): ConversationEventType<S, true> => ({
  upcast: {},
  ...row,
  isOutcome: true,
  id: ({ effectKey }) => effectKey,
  settles: ({ effectKey }) => [{ effectKey }],
})

/** Times in events are ISO 8601 strings in UTC, so that an event is plain JSON and reads the same for ever. */
export const instant = ours(z.string())

/** How an effect came to be done: by our call, by finding it done when looking it up, or by seeing it in a poll. */
export const how = z.enum(['done', 'adopted', 'observed'])
