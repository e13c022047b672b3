export type { components, operations, paths } from './connector-api.generated.ts'
export { createConnectorClient, type ConnectorClient, type ConnectorClientOptions } from './client.ts'
