/* Refreshes the list, the open conversation and its order once a second, and keeps what is being typed. */
const main = document.querySelector('main')
const messages = document.getElementById('messages')
const toEnd = () => messages && (messages.scrollTop = messages.scrollHeight)
const isAtEnd = () => messages && messages.scrollHeight - messages.scrollTop - messages.clientHeight < 60

async function refresh() {
  if (document.hidden) return
  const { shop, thread, version } = main.dataset
  const query = new URLSearchParams({ shop, version })
  if (thread) query.set('thread', thread)
  const answer = await fetch(`/panel/changes?${query}`)
  if (answer.status !== 200) return
  const parts = await answer.json()
  const follow = isAtEnd()
  document.getElementById('list').innerHTML = parts.list
  if (messages) messages.innerHTML = parts.messages
  document.getElementById('order').innerHTML = parts.order
  main.dataset.version = parts.version
  if (follow) toEnd()
}

async function keepRefreshing() {
  try {
    await refresh()
  } catch {
    /* The sandbox is being restarted: the next second may succeed. */
  }
  setTimeout(keepRefreshing, 1000)
}

const usualRecipient = { buyer: 'SHOP', seller: 'CUSTOMER', operator: 'SHOP' }
document.addEventListener('change', (event) => {
  const field = event.target
  if (field.id === 'shop') field.form.submit()
  if (field.name !== 'role') return
  const boxes = [...field.form.querySelectorAll('input[name="to"]')]
  const usual = boxes.find((box) => box.value === usualRecipient[field.value])
  for (const box of boxes) box.checked = box === usual || (!usual && box.value === 'OPERATOR')
})
document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) event.target.form?.requestSubmit()
})

toEnd()
keepRefreshing()
