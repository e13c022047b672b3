/** Operations of both sandboxes, as faults name them. */
export const empikplaceCalls = ['M10', 'M11', 'M12', 'M13', 'OR11']
export const thuliumWrites = [
  'POST customers',
  'POST tickets',
  'PUT tickets/:id',
  'POST tickets/:id/customer_response',
  'POST tickets/:id/agent_response',
  'POST tickets/:id/comment',
  'POST temporary_files',
]
export const thuliumReads = ['GET customers', 'GET tickets', 'GET tickets/:id']
