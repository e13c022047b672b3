import { join } from 'node:path'
import { apiSettings, catalogue } from '@connector/api'
import { integrationSettingsInput } from '@connector/domain/settings'
import { ingestSettings } from '@connector/ingest'
import { projectorSettings } from '@connector/projector'
import { generateTypes } from '../packages/contracts/src/generate.ts'
import { standaloneSettings } from '../services/standalone/src/settings.ts'
import { apiContractFiles } from './api-contract/files.ts'
import { configurationPage } from './configuration-page.ts'
import { errorsPage } from './errors-page.ts'

export const root = join(import.meta.dirname, '..')

/** Every committed file that is made from something else: its path from the root and its right content. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map([...(await generateTypes()), ...(await apiContractFiles())])
  files.set(
    'docs/configuration.md',
    configurationPage(
      {
        'The stand-alone process (`npm start`)': standaloneSettings,
        '`services/ingest`': ingestSettings,
        '`services/projector`': projectorSettings,
        '`services/api`': apiSettings,
      },
      integrationSettingsInput,
    ),
  )
  files.set('docs/errors.md', errorsPage(catalogue))
  return files
}
