/**
 * A reply that was written in the console has an id as agents' replies have, by which everything else knows it: below zero, since
 * Thulium's are above. 48 bits of a UUID tell the replies of one conversation apart.
 */
export const consoleReplyId = (answerId: string): number =>
  -1 - Number.parseInt(answerId.replaceAll('-', '').slice(0, 12), 16)

export const isFromConsole = ({ thuliumMessageId }: { thuliumMessageId: number }): boolean => thuliumMessageId < 0
