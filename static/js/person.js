// Whose page this is: it empties itself when the device is not theirs any more, before anything is seen.
import { hear } from "../../service_worker/outbox/news.js"
import { known } from "../../service_worker/outbox/store.js"
import { arrive, expire, isVisitor, leave, people, signedIn, stillLeaving, whose } from "../../service_worker/person.js"
import { reload } from "./renewing.js"

const AGAIN = 5000

const main = () => document.querySelector("main")

/** Of somebody who can sign out; not of a guest. */
const owner = () => isVisitor(main().dataset.account) ? "" : main().dataset.account

/** A page from this device comes without what is said once. */
const isFresh = () => !!main().querySelector("[data-fresh]")

/** Whether this page may be worked on; if not it is being left. A device that keeps nothing has nothing to say. */
export const mine = begin().catch(() => true)

async function begin() {
  const { account, device } = main().dataset
  const isTheirs = await arrive({ account, device, language: document.documentElement.lang, isKept: !isFresh() })
  const isLeaving = await known("signing-out")
  if (!isTheirs) vacate()
  if (isLeaving) depart()
  else if (!isTheirs) renew()
  else await greet()
  return isTheirs && !isLeaving
}

async function greet() {
  remind((await known("trouble"))?.what)
  const { account } = await whose()
  for (const way of document.querySelectorAll("[data-signed-in]")) way.hidden = !account || isVisitor(account)
}

/** Nothing of anybody stays to be read; also no words that the browser would ask about. */
function vacate(notice = "") {
  document.title = "Neighbour"
  main().dataset.account = ""
  main().replaceChildren(notice)
  for (const part of document.body.children) part.hidden = part !== main()
}

/** Until the server knows it nobody gets in here; then the next person may. */
async function depart() {
  if (!await stillLeaving()) return location.replace("/sign-in?left=1")
  addEventListener("online", depart, { once: true })
  setTimeout(depart, AGAIN)
}

const leaving = () => import(document.body.dataset.leaving)

async function signOut() {
  const asking = await leaving().catch(() => null) // without the question what waits stays here, sealed
  if (asking && !await asking.mayLeave((await whose()).account)) return
  await leave()
  sessionStorage.clear()
  vacate(document.getElementById("left")?.content.cloneNode(true))
  if (await stillLeaving() && navigator.serviceWorker?.controller) location.replace("/sign-in")
  else depart()
}

// A page with this question on it may be without a network when it is asked.
if (document.getElementById("leaving")) leaving().catch(() => {})

// On window, so before what would send it.
addEventListener("submit", event => {
  const form = event.target
  if (form.getAttribute("action") !== "/sign-out") return
  event.preventDefault()
  event.stopImmediatePropagation()
  signOut().catch(() => form.submit()) // this device keeps nothing: only the server has to know
}, { capture: true })

people?.addEventListener("message", ({ data }) => {
  if (!owner() || owner() === data.account) return
  vacate()
  location.replace("/sign-in")
})

hear(({ trouble, stranger }) => {
  if (trouble !== undefined) remind(trouble)
  if (stranger || trouble === "signed-out") doubt()
})

/** To be called when an answer was not made for this person: the server is asked who is signed in. */
export async function doubt() {
  const account = await signedIn()
  if (!owner() || account === undefined || account === owner()) return
  if (account) return renew()
  await expire()
  remind("signed-out")
}

function renew() {
  const [visit] = performance.getEntriesByType("navigation")
  vacate()
  if (visit?.type === "reload") location.replace("/sign-in")
  else reload()
}

// An answer made for somebody else is not put into this page.
document.addEventListener("htmx:before:response", event => {
  const account = event.detail.ctx.response.headers.get("X-Account")
  if (!account || !owner() || account === owner()) return
  event.preventDefault()
  renew()
})

// The back/forward cache brings a page back as it was left: unseen, until it is known whose device this is now.
addEventListener("pagehide", ({ persisted }) => show(!persisted || !owner()))
addEventListener("pageshow", async ({ persisted }) => {
  if (!persisted) return
  const { account } = await whose().catch(() => ({ account: undefined }))
  if (owner() && account !== owner()) renew()
  show(true)
})

function show(isSeen) {
  document.documentElement.style.visibility = isSeen ? "" : "hidden"
}

function remind(trouble) {
  const notice = document.querySelector("[data-signed-out]")
  if (!notice) return
  notice.hidden = trouble !== "signed-out" || !owner()
  notice.querySelector("a").search = new URLSearchParams({ next: location.pathname + location.search })
}
