// Which request is answered from where. A write is never touched: on some phones its body would be lost on the way
// through a worker, and a foreign page's write would look like ours.
import { composed, cut } from "./kept/cutting.js"
import { elsewhere } from "./kept/elsewhere.js"
import { isAtHome, keep } from "./kept/keeping.js"
import { shellOf } from "./kept/shell.js"
import { kept, pageAt } from "./kept/store.js"
import { asked, isSlow, why, within } from "./network.js"
import { known } from "./outbox/store.js"
import { stillLeaving, whose } from "./person.js"

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

/** @param {any} event @param {string} url */
async function visit(event, url) {
  if (await stillLeaving()) return left()
  const { account } = await whose()
  const isHome = await isAtHome(account)
  const file = isHome && await fileAt(account, url)
  if (file) return file
  const old = isHome && await pageAt(account, url)
  const show = async () => composed(await shellOf(account), /** @type {any} */ (old), `data-kept="${new Date(old.at).toISOString()}"`)
  if (old && (isSlow() || DEVICE.test(url) || !old.isOld && wroteAt < Date.now() - SOON)) return show()

  const found = asked(event.request)
  event.waitUntil(found.then(found => keep(found, url)).catch(() => {}))
  return within(old || isSlow() ? SHORT : LONG, found).then(({ answer }) => answer)
    .catch(error => old ? show() : elsewhere(url, why(error)))
}

/** What htmx asks for: all of <main>, which may be kept, or a smaller part, which only the network has. @type {Strategy} */
async function part({ request }, url) {
  if (await stillLeaving()) return Response.error()
  const isMain = /^(main#main)?$/.test(request.headers.get("HX-Target") ?? "")
  const { account } = await whose()
  const old = isMain && await isAtHome(account) && await pageAt(account, url)
  const show = () => new Response(`<!--head-->${old.head}<!--/head--><!--main-->${old.main}<!--/main-->`, { headers: { "Content-Type": "text/html" } })
  if (old && DEVICE.test(url)) return show()
  try {
    const found = await within(LONG, asked(request))
    if (isMain) await keep(found, url)
    return found.answer
  } catch {
    return old ? show() : Response.error()
  }
}

/** @type {Strategy} */
async function image({ request }, url) {
  const { account } = await whose()
  return await isAtHome(account) && await fileAt(account, url) || (await known("practice") ? Response.error() : fetch(request))
}

/** @param {string} account @param {string} url */
async function fileAt(account, url) {
  const file = await (await kept(account)).get("files", url)
  return file && new Response(file.bytes, { headers: { "Content-Type": file.type, "Content-Security-Policy": "default-src 'none'", "X-Content-Type-Options": "nosniff" } })
}
