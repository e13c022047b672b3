export type { Unreadable } from '@connector/contracts'
export { createEmpikPlaceClient } from './client.ts'
export type { EmpikPlaceClientOptions, EmpikPlaceTimeouts } from './client.ts'
export type * from './types.ts'
