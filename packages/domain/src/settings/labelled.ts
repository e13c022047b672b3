import type { z } from 'zod'

export interface Wording {
  label: string
  help: string
}

type Words = readonly [label: string, help: string]

/**
 * Names a setting for people, in both languages; the console and `docs/configuration.md` are rendered from this.
 * @param example a value that it could really have, where neither a default nor a list of values shows one
 */
export const labelled = <S extends z.ZodType>(schema: S, pl: Words, en: Words, example?: z.input<S>): S =>
  schema.meta({
    pl: { label: pl[0], help: pl[1] },
    en: { label: en[0], help: en[1] },
    ...(example === undefined ? {} : { examples: [example] }),
  })
