import { RevisionConflict } from './errors.ts'
import type { StreamAppend, StreamLog } from './port.ts'

/**
 * For whoever cannot go on without every stream.
 * @throws {RevisionConflict} naming those that had moved on; the others were appended
 */
export async function appendAll(log: Pick<StreamLog, 'append'>, batch: readonly StreamAppend[]): Promise<void> {
  const results = await log.append(batch)
  const conflicts = batch.filter((_, index) => results[index] !== 'appended').map(({ streamId }) => streamId)
  if (conflicts.length > 0) throw new RevisionConflict(conflicts)
}
