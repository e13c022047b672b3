import type { EffectKind } from '@connector/domain/effects'
import type { Test } from 'tap'
import type { Outside } from './outside.ts'
import { createScene, type Scene, type SceneOptions } from './scene.ts'

/** One kind of write, from a conversation that asks for it. */
export interface Write {
  kind: EffectKind
  /** The call that changes the outside. */
  operation: string
  options?: SceneOptions
  /** Brings the conversation to where the effect is due, and says what it is about. */
  arrange(scene: Scene): Promise<string> | string
  /** How often the other side shows what was to be written. */
  there(scene: Scene): number
  /** A refusal of the write that is not one of the effect, by its outcome. Default: refused. */
  whenRefused?: 'done' | 'refused'
  /** The handler looks by itself before it writes or writes what may be written twice, so nothing has to be looked up. */
  looksItself?: boolean
}

/**
 * What every kind owes: done once; refused with the other side's word; an answer that was lost is unknown and then found;
 * a request that never arrived is unknown and then not found, and the next try does it.
 */
export async function fourWays(t: Test, outside: Outside, write: Write): Promise<void> {
  const { kind, operation, looksItself = false, whenRefused = 'refused' } = write
  const scenes = async (): Promise<{ scene: Scene; subject: string }> => {
    const scene = createScene(outside, write.options)
    const subject = await write.arrange(scene)
    return { scene, subject }
  }

  await t.test(`${kind} is done once`, async (t) => {
    const { scene, subject } = await scenes()
    t.equal(write.there(scene), 0, 'it is not there before')
    const result = await scene.run(kind, subject)
    t.match(result, { kind: 'done', event: { data: { effectKey: String } } })
    t.equal(write.there(scene), 1)
    t.ok(scene.state().settled.size > 0, 'its outcome settles it')
  })

  await t.test(`${kind} that is refused`, async (t) => {
    const { scene, subject } = await scenes()
    scene.fault(operation, { kind: 'status', status: 400 }, { times: null })
    const result = await scene.run(kind, subject)
    t.match(
      result,
      whenRefused === 'done'
        ? { kind: 'done' }
        : { kind: 'not-done', failure: { failureClass: 'refused', status: 400 } },
    )
    t.equal(write.there(scene), 0)
  })

  await t.test(`${kind} whose answer was lost is found`, async (t) => {
    const { scene, subject } = await scenes()
    scene.fault(operation, { kind: 'cut-after' })
    t.match(await scene.run(kind, subject), { kind: looksItself ? 'not-done' : 'unknown' })
    t.equal(write.there(scene), 1)
    const after = looksItself ? await scene.run(kind, subject) : await scene.lookUp(kind, subject)
    t.match(after, { kind: 'done' })
    t.equal(write.there(scene), 1, 'it is there once')
  })

  await t.test(`${kind} that never arrived is not found, and then done`, async (t) => {
    const { scene, subject } = await scenes()
    scene.fault(operation, { kind: 'cut-before' })
    t.match(await scene.run(kind, subject), { kind: looksItself ? 'not-done' : 'unknown' })
    t.match(await scene.lookUp(kind, subject), { kind: 'not-found' })
    t.equal(write.there(scene), 0)
    t.match(await scene.run(kind, subject), { kind: 'done' })
    t.equal(write.there(scene), 1)
  })
}
