// Fetches the design system and lays out what the pages serve. Run by the build; `node assets.mjs` by hand does the same.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const here = dirname(fileURLToPath(import.meta.url))
const modules = join(here, 'node_modules')
const dist = join(modules, 'nhsuk-frontend', 'dist', 'nhsuk')
const lib = join(here, 'wwwroot', 'lib', 'nhsuk')
const stamp = join(modules, '.laid-out')
const lock = join(here, 'obj', 'assets.lock')
const icons = ['arrow-down', 'arrow-up', 'arrow-up-down', 'cross'].map((name) => `nhsuk-icon-${name}.svg`)

function isLaidOut() {
  const newest = Math.max(...['package-lock.json', 'assets.mjs'].map((name) => statSync(join(here, name)).mtimeMs))
  return existsSync(stamp) && existsSync(join(lib, 'nhsuk-frontend.min.css')) && statSync(stamp).mtimeMs >= newest
}

// The Frutiger face is licensed to NHS hosts only: nothing may ask for it, and no other host is ever asked for anything.
function withoutBorrowedThings(css) {
  const ours = css
    .replace(/@font-face\{[^}]*\}/g, '')
    .replaceAll('font-family:Frutiger W01,arial,sans-serif', 'font-family:arial,helvetica,sans-serif')
    .replaceAll('/assets/images/', 'images/')
    .replace(/\/\*# sourceMappingURL=.*\*\//g, '')
  if (/frutiger|https?:\/\/(?!www\.w3\.org)/i.test(ours)) throw new Error('The design system asks for a font or a file of another host.')
  return ours
}

function layOut() {
  execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], { cwd: here, stdio: 'inherit' })
  mkdirSync(join(lib, 'images'), { recursive: true })
  writeFileSync(join(lib, 'nhsuk-frontend.min.css'), withoutBorrowedThings(readFileSync(join(dist, 'nhsuk-frontend.min.css'), 'utf8')))
  writeFileSync(join(lib, 'nhsuk-frontend.min.js'), readFileSync(join(dist, 'nhsuk-frontend.min.js'), 'utf8').replace(/\/\/# sourceMappingURL=.*$/m, ''))
  for (const icon of icons) copyFileSync(join(dist, 'assets', 'images', icon), join(lib, 'images', icon))
  writeFileSync(stamp, '')
}

// Two builds at once: the second waits for the first. A lock older than five minutes was left by a build that was killed.
function withLock(work) {
  mkdirSync(dirname(lock), { recursive: true })
  for (;;) {
    try {
      mkdirSync(lock)
      break
    } catch (error) {
      if (error.code !== 'EEXIST') throw error
      if (Date.now() - statSync(lock, { throwIfNoEntry: false })?.mtimeMs > 300_000) rmSync(lock, { recursive: true, force: true })
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 200)
    }
  }
  try {
    return work()
  } finally {
    rmSync(lock, { recursive: true, force: true })
  }
}

withLock(() => isLaidOut() || layOut())
