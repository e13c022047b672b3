import type { WorkerStore } from '@connector/store'

/** A file that was handed over in the console with an answer. */
interface AnswerFile {
  contentType: string
  bytes: Uint8Array
}

/** Files that were handed over in the console, kept until they are sent. */
export interface AnswerFiles {
  read(tenantId: string, fileId: string): Promise<AnswerFile | undefined>
  /** It is sent; whether it is gone already does not matter. */
  drop(tenantId: string, fileId: string): Promise<void>
}

export const createAnswerFiles = ({ db }: WorkerStore): AnswerFiles => ({
  async read(tenantId, fileId) {
    const row = await db
      .selectFrom('answer_files')
      .select(['content_type', 'bytes'])
      .where('tenant_id', '=', tenantId)
      .where('file_id', '=', fileId)
      .executeTakeFirst()
    return row && { contentType: row.content_type, bytes: row.bytes }
  },
  async drop(tenantId, fileId) {
    await db.deleteFrom('answer_files').where('tenant_id', '=', tenantId).where('file_id', '=', fileId).execute()
  },
})
