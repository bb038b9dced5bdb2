// An answer is saved as soon as it is chosen, so that closing the page loses nothing. Choosing never jumps on by itself:
// Continue sends the same form. One choice is sent after the other, in the order they were made. Where it is not saved (the
// session has ended meanwhile, the page is from an earlier one, something is wrong on our side), the form is sent as Continue
// would: the page that comes says what was kept, and where to get help.
for (const form of document.querySelectorAll('form[data-save-answer]')) {
  let choices = 0
  let last = Promise.resolve()
  form.addEventListener('change', event => {
    if (event.target.type !== 'radio') return
    const answer = new FormData(form)
    answer.set('Choice', String(++choices))
    last = last.then(() => fetch(form.dataset.saveAnswer, { method: 'POST', body: answer, keepalive: true, redirect: 'manual' }))
      .then(said => {
        if (!said.ok) form.requestSubmit()
        else document.dispatchEvent(new Event('candour-saved'))
      })
      .catch(() => {})
  })
}
