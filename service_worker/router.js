// Which request is answered from where. A write is never touched: on some phones its body would be lost on the way
// through a worker, and a foreign page's write would look like ours.
import { composed, cut } from "./kept/cutting.js"
import { elsewhere } from "./kept/elsewhere.js"
import { keep } from "./kept/keeping.js"
import { shellOf } from "./kept/shell.js"
import { kept, pageAt, reader } from "./kept/store.js"
import { asked, isSlow, why, within } from "./network.js"
import { known } from "./outbox/store.js"
import { stillLeaving } from "./person.js"

const NATIVE = /^\/(service-worker\.js$|sign-|desk|sync\/)/
const DEVICE = /^\/(outbox|pack)$/
const SHORT = 3
const LONG = 12
const SOON = 10_000

let wroteAt = 0

/** @param {any} event */
export function route(event) {
  const { request } = event
  const isVisit = request.mode === "navigate"
  if (request.method !== "GET") return void (wroteAt = isVisit ? Date.now() : wroteAt)
  const { origin, pathname, search } = new URL(request.url)
  if (origin !== location.origin || request.headers.has("Range")) return
  const isNative = NATIVE.test(pathname)
  const strategy = /^\/static\//.test(pathname) ? built
    : isVisit ? isNative ? native : visit
    : isNative ? 0 : request.headers.has("HX-Request") ? part : request.destination === "image" && image
  if (strategy) event.respondWith(strategy(event, pathname + search).catch(() => fetch(request)))
}

/** @typedef {(event: any, url: string) => Promise<Response>} Strategy */

/** @type {Strategy} */
const built = async ({ request }) => await caches.match(request, { ignoreVary: true }) ?? fetch(request)

/** @type {Strategy} */
const native = async ({ request }) => await stillLeaving() ? left() : fetch(request)

/** The local sign-in page, until the server knows that somebody has left. */
async function left() {
  const shell = await shellOf("")
  return composed(shell, /** @type {any} */ (cut(shell.left)), "")
}

/** @type {Strategy} */
async function visit(event, url) {
  if (await stillLeaving()) return left()
  const account = await reader()
  const file = await fileAt(account, url)
  if (file) return file
  const old = account && await pageAt(account, url)
  const show = async () => old && composed(await shellOf(account), old, `data-kept="${new Date(old.at).toISOString()}"`)
  const isFirst = old && (isSlow() || !old.isOld && (DEVICE.test(url) || wroteAt < Date.now() - SOON))
  const shown = isFirst && await show()
  if (shown) return shown

  const found = asked(event.request)
  event.waitUntil(found.then(found => keep(found, url)).catch(() => {}))
  return within(old || isSlow() ? SHORT : LONG, found).then(({ answer }) => answer)
    .catch(async error => await show() || elsewhere(account, url, why(error)))
}

/** What htmx asks for: all of <main>, which may be kept, or a smaller part, which only the network has. @type {Strategy} */
async function part({ request }, url) {
  if (await stillLeaving()) return Response.error()
  const isMain = /^(main#main)?$/.test(request.headers.get("HX-Target") ?? "")
  const account = await reader()
  const old = isMain && account && await pageAt(account, url)
  const html = old && `<!--head-->${old.head}<!--/head--><!--main-->${old.main}<!--/main-->`
  const show = () => html ? new Response(html, { headers: { "Content-Type": "text/html" } }) : Response.error()
  if (old && DEVICE.test(url)) return show()
  try {
    const found = await within(LONG, asked(request))
    if (isMain) await keep(found, url)
    return found.answer
  } catch {
    return show()
  }
}

/** @type {Strategy} */
const image = async ({ request }, url) =>
  await fileAt(await reader(), url) ?? (await known("practice") ? Response.error() : fetch(request))

/** @param {string} account @param {string} url */
async function fileAt(account, url) {
  const file = account && await (await kept(account)).get("files", url)
  if (file) return new Response(file.bytes, { headers: {
    "Content-Type": file.type,
    "Content-Security-Policy": "default-src 'none'",
    "X-Content-Type-Options": "nosniff",
  } })
}
