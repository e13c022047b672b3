import { integrationSettings } from '@connector/domain/settings'
import t from 'tap'
import { settingsOn, tabNames, tabOf } from '../src/integrations/tabs.ts'

const names = Object.keys(integrationSettings.shape)

t.test('every setting of an integration stands on exactly one tab, and nothing else does', (t) => {
  t.strictSame(tabNames.flatMap((tab) => settingsOn(tab, names)).sort(), [...names].sort())
  for (const tab of tabNames) for (const name of settingsOn(tab, names)) t.equal(tabOf(`${name}.0`), tab, name)
  t.end()
})

t.test('a new one stands on the first tab, without a line in the console', (t) => {
  t.equal(settingsOn('dane', [...names, 'brandNew']).at(-1), 'brandNew')
  t.equal(tabOf('brandNew.0'), 'dane')
  t.strictSame(
    tabNames.filter((tab) => settingsOn(tab, [...names, 'brandNew']).includes('brandNew')),
    ['dane'],
  )
  t.end()
})
