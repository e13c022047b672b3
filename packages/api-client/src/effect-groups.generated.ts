/** Generated from packages/domain/src/effects/kinds.ts. Do not edit: npm run generate. */

export const effectGroups = {
  "customer:link": "crm",
  "customer:add": "crm",
  "customer:name": "crm",
  "ticket:create": "tickets",
  "ticket:update": "others",
  "ticket:reopen": "others",
  "message:mirror": "others",
  "comment:add": "others",
  "reply:send": "replies",
  "auto-reply:send": "replies",
  "auto-reply:mirror": "others",
  "attachment:relay": "files",
  "attachment:send": "replies"
} as const
