/** What a file in the folder of migrations exports as `migration`. */
export interface Migration {
  sql: string
  /**
   * The read models are emptied before the SQL runs, and the projectors of this version fill them again from the log: for a
   * column that earlier events have a value for, or a change of what is derived from them.
   */
  rebuildsReadModels?: boolean
}

export interface NamedMigration extends Migration {
  /** Number and words, as the file is called. */
  name: string
}
