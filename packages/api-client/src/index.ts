export type { components, operations, paths } from './connector-api.generated.ts'
export { createConnectorClient, type ConnectorClient, type ConnectorClientOptions } from './client.ts'
export * from './each-item.ts'
export type { PatienceOptions } from './patient-fetch.ts'
