/** A point that several scenes come to; what is to happen there happens once, when the last of them is there. */
export interface Meeting<T> {
  /** Resolves after it has happened. */
  arrive(what: T): Promise<void>
  /** No longer waited for. */
  leave(): void
}

export function createMeeting<T>(members: number, happen: (what: T) => void): Meeting<T> {
  let expected = members
  let here: { what: T; go: () => void }[] = []
  const meet = (): void => {
    const [first] = here
    if (!first || here.length < expected) return
    const all = here
    here = []
    happen(first.what)
    for (const { go } of all) go()
  }
  return {
    arrive: (what) =>
      new Promise((go) => {
        here.push({ what, go })
        meet()
      }),
    leave() {
      expected -= 1
      meet()
    },
  }
}
