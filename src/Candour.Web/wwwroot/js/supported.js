// Runs before anything is painted: tells the styles that script works, so that what needs script is not shown without it.
document.body.classList.add('js-enabled')
if ('noModule' in HTMLScriptElement.prototype) document.body.classList.add('nhsuk-frontend-supported')
