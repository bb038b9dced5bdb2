// Script only improves what already works: the design system's own parts, drafts, the end of a session, timers, focus.
import { initAll } from '../lib/nhsuk/nhsuk-frontend.min.js'
import './answers.js'
import './other-tabs.js'

const minute = 60_000
const live = document.querySelector('.candour-live')

/** Says one sentence to screen readers, and shows it where the page has a place for it. */
function say(words) {
  if (live) live.textContent = words
}

/**
 * A form with data-autosave="/address" saves itself there: a choice at once, text on each pause of two seconds. The answer's
 * text, such as "Draft saved at 2:17pm. Only you can see it.", goes into the form's [data-autosave-said]. A failure says nothing:
 * the button still saves.
 */
function autosave(form) {
  const said = form.querySelector('[data-autosave-said]')
  let pause
  const save = async () => {
    try {
      const answer = await fetch(form.dataset.autosave, {
        method: 'POST',
        body: new FormData(form),
        headers: { 'X-Requested-With': 'autosave' },
        credentials: 'same-origin',
        keepalive: true
      })
      if (!answer.ok) return
      restartIdleClock()
      const words = (await answer.text()).trim()
      if (said && words.length > 0 && words.length < 200) said.textContent = words
    } catch {
      // No connection: what is typed stays in the page, and the button still sends it.
    }
  }
  form.addEventListener('change', (event) => {
    if (event.target.matches('input[type=radio], input[type=checkbox], select')) save()
  })
  form.addEventListener('input', (event) => {
    if (!event.target.matches('textarea, input:not([type=radio]):not([type=checkbox])')) return
    clearTimeout(pause)
    pause = setTimeout(save, 2000)
  })
}

/** Something typed that was not sent: it would be lost with the page. */
const typed = () => [...document.querySelectorAll('textarea, input[type=text]')].some((field) => field.value !== field.defaultValue)

/** Five minutes before the page closes a person is asked; the server closes it in any case. */
let idleClock
function restartIdleClock() {
  const minutes = Number(document.body.dataset.idleMinutes)
  if (!(minutes > 5)) return
  clearTimeout(idleClock)
  say('')
  idleClock = setTimeout(
    () => say(`Are you still there? We will close this page in 5 minutes. ${typed() ? 'Send what you wrote, to keep it.' : 'Your answers are saved.'}`),
    (minutes - 5) * minute
  )
}

/** <span hidden><span data-since="1795339200000">28</span> of 45 minutes.</span>: whole minutes since then. Shown only here, where
 * they go on; not announced. */
function showElapsed(place) {
  const since = Number(place.dataset.since)
  const show = () => {
    place.textContent = Math.max(0, Math.floor((Date.now() - since) / minute))
  }
  place.closest('[hidden]')?.removeAttribute('hidden')
  show()
  setInterval(show, minute / 2)
}

initAll()
// The design system says "expanded" of radios that show more, which a radio may not say. What it shows comes next in reading
// order, so nothing is lost without it.
for (const radio of document.querySelectorAll('.nhsuk-radios__input[aria-expanded]')) {
  const takeAway = () => radio.removeAttribute('aria-expanded')
  takeAway()
  new MutationObserver(takeAway).observe(radio, { attributeFilter: ['aria-expanded'] })
}
for (const form of document.querySelectorAll('form[data-autosave]')) autosave(form)
for (const place of document.querySelectorAll('[data-since]')) showElapsed(place)
restartIdleClock()
document.addEventListener('candour-saved', restartIdleClock)
// An error summary takes the focus itself.
if (!document.querySelector('.nhsuk-error-summary')) document.querySelector('[data-focus]')?.focus({ preventScroll: true })
