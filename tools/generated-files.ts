import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { apiSettings, catalogue, migrateSettings } from '@connector/api'
import { integrationSettingsInput } from '@connector/domain/settings'
import { ingestSettings } from '@connector/ingest'
import { projectorSettings } from '@connector/projector'
import { format, resolveConfig } from 'prettier'
import { generateTypes } from '../packages/contracts/src/generate.ts'
import { standaloneSettings } from '../services/standalone/src/settings.ts'
import { feedContractFiles } from './api-contract/feed.ts'
import { apiContractFiles } from './api-contract/files.ts'
import { configurationPage } from './configuration-page.ts'
import { environmentExample, prometheusRule } from './deploy-files.ts'
import { effectGroups } from './effect-groups.ts'
import { eventCatalogues } from './event-catalogues.ts'
import { eventExamples } from './event-examples.ts'
import { releasedMigrations } from './released-migrations.ts'
import { errorsPage } from './errors-page.ts'
import { measured } from './scale/costs.ts'
import { assumed } from './scale/model.ts'
import { scalingPage } from './scale/page.ts'

export const root = join(import.meta.dirname, '..')

/** Every committed file that is made from something else: its path from the root and its right content. */
export async function generatedFiles(): Promise<Map<string, string>> {
  const files = new Map([
    ...(await generateTypes()),
    ...(await apiContractFiles()),
    ...feedContractFiles(),
    effectGroups(),
    ...eventCatalogues(),
    ...eventExamples(root),
    releasedMigrations(root),
  ])
  files.set(
    'docs/configuration.md',
    configurationPage(
      {
        'The stand-alone process (`npm start`)': standaloneSettings,
        '`services/ingest`': ingestSettings,
        '`services/projector`': projectorSettings,
        '`services/api`': apiSettings,
        '`npm run migrate`': migrateSettings,
      },
      integrationSettingsInput,
    ),
  )
  files.set('docs/errors.md', errorsPage(catalogue))
  files.set('docs/scaling.md', scalingPage(measured, assumed))
  files.set(
    'deploy/settings.env',
    environmentExample({
      api: apiSettings,
      ingest: ingestSettings,
      projector: projectorSettings,
      migrate: migrateSettings,
    }),
  )
  files.set(
    'deploy/kubernetes/overlays/production/alerts.yaml',
    prometheusRule(await readFile(join(root, 'deploy/observe/alerts.yaml'), 'utf8')),
  )
  for (const [path, text] of files)
    if (path.endsWith('.md')) files.set(path, await format(text, { ...(await resolveConfig(path)), filepath: path }))
  return files
}
