import t from 'tap'
import { saidByApi, type Problem } from '../src/api/problem.ts'

const problem: Problem = {
  type: '/problems/operation.over',
  title: 'The operation is over',
  titlePl: 'Operacja już się zakończyła',
  status: 409,
  detail: 'The operation 7 has finished already.',
  detailPl: 'Operacja 7 już się zakończyła (finished).',
  instance: '/api/tenants/a/operations/7',
  code: 'operation.over',
  action: 'Read how it ended; ask for a new one if it is needed.',
  actionPl: 'Przeczytaj, jak się skończyła; jeśli trzeba, zleć nową.',
  requestId: 'r',
}

t.test('a problem that the console has no words for is told in those of the API, in the language of the page', (t) => {
  t.equal(
    saidByApi(problem, 'pl'),
    'Operacja 7 już się zakończyła (finished). Przeczytaj, jak się skończyła; jeśli trzeba, zleć nową.',
  )
  t.equal(
    saidByApi(problem, 'en'),
    'The operation 7 has finished already. Read how it ended; ask for a new one if it is needed.',
  )
  const general = { ...problem, detail: problem.title, detailPl: problem.titlePl }
  t.equal(
    saidByApi(general, 'pl'),
    'Operacja już się zakończyła. Przeczytaj, jak się skończyła; jeśli trzeba, zleć nową.',
  )
  const quoted: Problem = { ...problem, detail: 'Mailbox not found' }
  delete quoted.detailPl
  const forPrograms: Problem = { ...problem, action: 'Read the detail.', actionPl: 'Przeczytaj `detail`.' }
  t.equal(saidByApi(forPrograms, 'pl'), problem.detailPl, 'fields of an answer are nothing to a person')
  t.equal(saidByApi(forPrograms, 'en'), problem.detail)
  t.match(saidByApi(quoted, 'pl'), /^Mailbox not found Przeczytaj/, 'the words of the other side stay as they are')
  t.end()
})
