/** A field of data or metadata as they are stored, or of a row that could not be read: whoever wrote them may not have been us, and they may be no object at all. */
export function storedField(stored: unknown, name: string): unknown {
  return typeof stored === 'object' && stored !== null && Object.hasOwn(stored, name)
    ? (Reflect.get(stored, name) as unknown)
    : undefined
}

/** The same of what should be a text; '' where it is none. */
export function storedText(stored: unknown, name: string): string {
  const value = storedField(stored, name)
  return typeof value === 'string' ? value : ''
}
