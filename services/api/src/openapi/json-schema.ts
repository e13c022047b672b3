import { z } from 'zod'

/** The English half of what `labelled` says of a setting. */
const wording = z.object({ en: z.object({ label: z.string(), help: z.string() }) })

type Override = NonNullable<NonNullable<Parameters<typeof z.toJSONSchema>[1]>['override']>

/** JSON Schema of our zod schemas as readers of the document want it. */
export const jsonSchemaOverride: Override = ({ zodSchema, jsonSchema }) => {
  const words = wording.safeParse(jsonSchema)
  if (words.success) {
    jsonSchema.title = words.data.en.label
    jsonSchema.description = words.data.en.help
  }
  delete jsonSchema.pl
  delete jsonSchema.en
  // What zod says of every integer, and tells nobody anything.
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum
  // The format says it, and shorter.
  if (jsonSchema.format !== undefined) delete jsonSchema.pattern
  // An answer may get further fields in later versions; only what is strict on purpose refuses them.
  if (zodSchema._zod.def.type === 'object' && zodSchema._zod.def.catchall === undefined)
    delete jsonSchema.additionalProperties
}
