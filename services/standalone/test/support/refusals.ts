/** What EmpikPlace may have against a key, besides that it knows none such, and a word of what the console says of it. */
export const refusals = [
  { operation: 'M11', status: 403, shop: '37001', says: 'wiadomości' },
  { operation: 'OR11', status: 403, shop: '37001', says: 'zamówie' },
  { operation: 'A01', status: 500, shop: '37001', says: 'EmpikPlace' },
  { operation: undefined, status: 0, shop: '37999', says: '37999' },
] as const

/** Lets the sandbox refuse this operation and no other; without one it refuses none. */
export async function refuse(sandbox: string, operation: string | undefined, status: number): Promise<void> {
  const faults = `${sandbox}/__sandbox/faults`
  await fetch(faults, { method: 'DELETE' })
  if (operation === undefined) return
  await fetch(faults, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ operation, fault: { kind: 'status', status }, times: 9 }),
  })
}
