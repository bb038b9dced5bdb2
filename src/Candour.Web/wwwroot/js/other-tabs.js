// What other tabs of this browser show stays readable when a session has ended on the server. Where script runs they hear of
// it: at signing out, at giving a device back, when somebody else begins here, and at "Leave this page". The same person
// signing in again moves nobody: what is half typed in another tab stays.
const over = '/sign-out?Done=true'
const leave = '/leave'
const whose = document.body.dataset.whose ?? ''

if ('BroadcastChannel' in window) {
  const tabs = new BroadcastChannel('candour-session')
  tabs.addEventListener('message', ({ data }) => {
    if (data.leave) location.replace(leave)
    else if (whose !== '' && data.whose !== whose) location.replace(over)
  })
  if (whose !== '') tabs.postMessage({ whose })
  document.addEventListener('submit', ({ target }) => {
    if (target.matches('form[data-ends-session], form[action="/sign-out"]')) tabs.postMessage({ whose: '' })
  })
  document.addEventListener('click', ({ target }) => {
    if (target.closest(`a[href="${leave}"]`)) tabs.postMessage({ leave: true })
  })
}
