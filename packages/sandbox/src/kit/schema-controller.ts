import buildCompilers from '@fastify/ajv-compiler'

/**
 * One pool of compiled schemas for every sandbox of a process: fastify makes a pool for each instance, and then each
 * sandbox of each test compiles the same 40 schemas, which takes 60 ms of processor time.
 */
export const schemaController = { compilersFactory: { buildValidator: buildCompilers() } }
