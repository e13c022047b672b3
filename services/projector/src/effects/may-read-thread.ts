import type { EffectContext } from './handler.ts'

/** A refusal is about one message or file alone, and not about the key, when the same key may read the same thread. */
export const mayReadThread = async ({ connection, ref, signal }: EffectContext): Promise<boolean> =>
  (await connection.empikplace.thread(ref.threadId, signal)).ok
