import type { FindingView, OperationBody, OperationView } from '../schemas/operation.ts'

/** What a command line works with: the API, or the database when the API is down. */
export interface Backend {
  ask(tenantId: string | undefined, body: OperationBody): Promise<OperationView>
  read(tenantId: string | undefined, operationId: string): Promise<OperationView>
  list(tenantId: string | undefined): Promise<OperationView[]>
  findings(tenantId: string | undefined, operationId: string): AsyncIterable<FindingView>
  cancel(tenantId: string | undefined, operationId: string): Promise<OperationView>
  /** All that is held about a buyer, for people. */
  exportBuyer(tenantId: string, customerId: string): Promise<unknown>
  close(): Promise<void>
}

/** It was refused, or nobody answers; the message is for people. */
export class Refused extends Error {}
