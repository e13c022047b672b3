/** The server said nothing for too long; whether it did anything is not known. */
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer'
}

/** @param onLate lets go of what nobody waits for any more */
export async function within<T>(ms: number, work: Promise<T>, onLate: () => void = () => undefined): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      onLate()
      reject(new NoAnswer(`the server gave no answer within ${ms} ms`))
    }, ms)
  })
  // Its outcome is nobody's once the deadline has passed.
  work.catch(() => undefined)
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(timer)
  }
}
