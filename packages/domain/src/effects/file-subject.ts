/** Names one file for its effect: the message that carries it and its place there, since ids may be missing. */
export const fileSubject = (ownerId: string | number, place: number): string => `${ownerId}/${place}`

export function parseFileSubject(subject: string): { ownerId: string; place: number } {
  const slash = subject.lastIndexOf('/')
  return { ownerId: subject.slice(0, slash), place: Number(subject.slice(slash + 1)) }
}
