/** What a file in the folder of migrations exports as `migration`. */
export interface Migration {
  sql: string
}

export interface NamedMigration extends Migration {
  /** Number and words, as the file is called. */
  name: string
}
