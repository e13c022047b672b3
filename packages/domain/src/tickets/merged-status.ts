/**
 * Whether a ticket was merged into another one, by the name of its status: ids differ from account to account, and names
 * can be edited, so the name is a setting. Thulium shows `status - substatus` (docs/outside/thulium.md: tickets).
 */
export function isMergedStatus(statusName: string | undefined, mergedStatus: string): boolean {
  const shown = (statusName ?? '').trim().toLowerCase()
  const merged = mergedStatus.trim().toLowerCase()
  return shown === merged || shown.startsWith(`${merged} - `)
}
