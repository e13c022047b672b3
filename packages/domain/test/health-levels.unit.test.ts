import t from 'tap'
import { healthOf, type HealthFacts, type HealthLevel } from '../src/health/index.ts'
import { ago, failed, good, now, running } from './support/health-cases.ts'

await t.test('An integration goes through every level and back as the facts change', (t) => {
  const steps: [Partial<HealthFacts>, HealthLevel][] = [
    [{ status: 'configured', sides: {} }, 'stopped'],
    [{ statusSince: ago(0), sides: {} }, 'ok'],
    [{ sides: { empikplace: { ...good, lastSuccessAt: ago(7) }, thulium: good } }, 'late'],
    [{ sides: { empikplace: failed(3, ago(9), 'credentials-rejected'), thulium: good } }, 'failing'],
    [{ status: 'credentials-rejected', rejectedBy: ['empikplace'] }, 'credentials-rejected'],
    [{}, 'ok'],
    [{ status: 'stopped' }, 'stopped'],
  ]
  for (const [facts, level] of steps) t.equal(healthOf({ ...running, ...facts }, now).level, level, level)
  t.end()
})
