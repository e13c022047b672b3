import openapiTS, { astToString } from 'openapi-typescript'
import { apiDocument } from './document.ts'
import { documentPath } from './unrecorded.ts'

const clientTypes = 'packages/api-client/src/connector-api.generated.ts'

/** The OpenAPI document of the API and the types of its client, by path from the root. */
export async function apiContractFiles(): Promise<[path: string, text: string][]> {
  const document = `${JSON.stringify(await apiDocument(), null, 2)}\n`
  const types = astToString(await openapiTS(document, { emptyObjectsUnknown: true }))
  return [
    [documentPath, document],
    [clientTypes, `/** Generated from ${documentPath}. Do not edit: npm run generate. */\n\n${types}`],
  ]
}
