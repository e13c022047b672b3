import buildCompilers from '@fastify/ajv-compiler'
import type { FastifyInstance, FastifySchemaValidationError } from 'fastify'

/** One pool for every sandbox of a process; fastify would make one for each instance. */
const pool = buildCompilers()

type Validate = ReturnType<ReturnType<typeof pool>>

/**
 * Compiles the schema of a route when it is called for the first time: 40 schemas take 0.4 s of processor time, and
 * most tests call few of them.
 */
export function compileWhenCalled(
  app: FastifyInstance,
  customOptions: { removeAdditional?: false; coerceTypes?: false } = {},
): void {
  app.setValidatorCompiler((route) => {
    let compiled: Validate | undefined
    const validate = Object.assign(
      (data: unknown) => {
        // Ajv remembers what it made of the same schema.
        compiled ??= pool({}, { customOptions })(route)
        const isValid = compiled(data) === true
        validate.errors = compiled.errors ?? null
        return isValid
      },
      { errors: null as FastifySchemaValidationError[] | null },
    )
    return validate
  })
}
