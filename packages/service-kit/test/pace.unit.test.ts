import t from 'tap'
import { createPace } from '../src/index.ts'

t.test('the pace of a process', async (t) => {
  let time = { active: 0, idle: 0 }
  const pace = (most = 64) => createPace({ most, least: 8, utilization: () => time })
  const passes = (active: number, idle: number): void => {
    time = { active: time.active + active, idle: time.idle + idle }
  }

  await t.test('begins with little, and has all when the processor has time', (t) => {
    const one = pace()
    t.equal(one.most(), 8)
    const seen = Array.from({ length: 20 }, () => {
      passes(60, 40)
      return one.most()
    })
    t.same(seen.slice(0, 3), [10, 13, 17])
    t.equal(seen.at(-1), 64)
    t.end()
  })

  await t.test('has less when the processor has none, and never too little', (t) => {
    const one = pace()
    for (let step = 0; step < 20; step++) {
      passes(50, 50)
      one.most()
    }
    passes(99, 1)
    t.equal(one.most(), 48)
    for (let step = 0; step < 20; step++) {
      passes(100, 0)
      one.most()
    }
    t.equal(one.most(), 8)
    t.end()
  })

  await t.test('does not judge by a moment', (t) => {
    const one = pace()
    passes(50, 0)
    t.equal(one.most(), 8)
    passes(0, 50)
    t.equal(one.most(), 10, 'but by what has gathered')
    t.end()
  })

  await t.test('is never more than the settings allow', (t) => {
    const one = pace(2)
    t.equal(one.most(), 2)
    passes(0, 100)
    t.equal(one.most(), 2)
    passes(100, 0)
    t.equal(one.most(), 2)
    t.end()
  })
})
