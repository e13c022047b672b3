import { z } from 'zod'
import { startArgument } from './child.ts'

/** What a run of idle looks and the script it is compared with are told. */
const steadyArguments = z.object({
  databaseUrl: z.string(),
  empikplaceUrl: z.string(),
  thuliumUrl: z.string(),
  sandboxes: z.number(),
  shops: z.number(),
  pollMs: z.number(),
  /** From when all leases are held until the measuring begins. */
  settleMs: z.number(),
  windowMs: z.number(),
  /** What the services may hold. */
  heapMiB: z.number(),
})

export const readSteadyArguments = (): z.infer<typeof steadyArguments> => steadyArguments.parse(startArgument())
