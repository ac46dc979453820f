// /pack: drawn from what lies on this device, with and without a network; what the worker fetches is drawn as it comes.
import { account, askWorker, isOwn, isTheirs, read } from "./pack/device.js"
import { elementOf, fill } from "./pack/row.js"
import { showPersistence } from "./pack/persistence.js"
import { startSearch } from "./pack/searching.js"
import { counted, size, word } from "./pack/words.js"
import { moment } from "./moments.js"
import { people } from "../../service_worker/person.js"

/** @import {Progress} from "./pack/row.js" */

const root = document.getElementById("pack")

const LONGEST_START = 8000

/** At a first visit the page itself is only now making room for its person. */
const entered = new Promise(resolve => people?.addEventListener("message", resolve))

/** What is being fetched. @type {Map<string, Progress>} */
const busy = new Map()
let later = false

/** @param {string} name @returns {HTMLElement} */
const place = name => root.querySelector(`[data-${name}]`)

async function draw() {
  const { offers, rows, visited } = await read()
  const isHere = ({ name, part }) => part || busy.has(name)
  await Promise.all(rows.map(row => fill(row, busy.get(row.name))))
  show("here", rows.filter(isHere))
  show("offers", rows.filter(row => !isHere(row)))
  const here = rows.filter(({ part }) => part)
  const isWhole = !busy.size && rows.every(({ name, part, wanted }) =>
    part ? part.state === "complete" : !wanted || offers.declined.includes(name))
  root.dataset.state = !here.length ? "none" : isWhole ? "complete" : "incomplete"
  const first = rows.filter(({ wanted }) => wanted)
  place("first").hidden = later || busy.size > 0 || here.length > 0 || !first.length
  place("first-size").textContent = size(first.reduce((sum, row) => sum + row.size, 0))
  place("summary").textContent = here.length || busy.size ? "" : word("nothing")
  place("visited").hidden = !visited
  place("visited").textContent = visited ? counted("visited", visited) : ""
  place("checked").textContent = offers.checked ? word("checked", { when: moment(offers.checked) }) : ""
  root.hidden = false
}

/** Only what changed its place is moved: somebody may be reading or pressing there. @param {string} name @param {{name: string}[]} rows */
function show(name, rows) {
  const list = place(name).querySelector("[data-list]")
  const wanted = rows.map(row => elementOf(row.name))
  const isSame = wanted.length === list.children.length && wanted.every((element, at) => element === list.children[at])
  if (!isSame) list.replaceChildren(...wanted)
  place(name).hidden = !rows.length
}

/** @param {string} [words] */
function say(words = "") {
  place("said").textContent = words
}

/** @param {string[]} names */
function take(names) {
  say()
  for (const name of names) busy.set(name, {})
  draw()
  askWorker({ pack: "sync", names })
}

async function remove(name) {
  const title = elementOf(name).querySelector("[data-field=title]").textContent
  await askWorker({ pack: "remove", name })
  say(word("removed", { title }))
  place("said").tabIndex = -1
  place("said").focus()
}

/** What the worker tells. */
function hear({ data: { part, state, count, of, trouble, idle } }) {
  if (part && state === "incomplete") busy.set(part, { count, of })
  else if (part) busy.delete(part)
  if (trouble) say(word(`trouble-${trouble}`))
  if (idle) busy.clear()
  draw()
}

function press({ target }) {
  const name = target.closest("[data-pack][id]")?.id
  if (target.closest("[data-take]")) return take([name])
  if (target.closest("[data-remove]")) return remove(name)
  if (target.closest("[data-later]")) later = true
  if (target.closest("[data-check]")) askWorker({ pack: "sync", asked: true }) && say()
  if (target.closest("[data-take-first]")) return read().then(({ rows }) => take(rows.filter(row => row.wanted).map(row => row.name)))
  if (target.closest("[data-later]")) draw()
}

/** /pack#event-… is somebody's tap on „Mappe mitnehmen“. */
async function takeNamed() {
  const name = decodeURIComponent(location.hash.slice(1))
  if (!/^(event|room)-/.test(name)) return
  history.replaceState(history.state, "", location.pathname)
  const { rows } = await read()
  if (rows.find(row => row.name === name)?.part?.state !== "complete") take([name])
  document.getElementById(name)?.focus()
}

async function start() {
  new BroadcastChannel("pack").onmessage = hear
  root.addEventListener("click", press)
  window.addEventListener("hashchange", takeNamed)
  if (!await isTheirs()) await entered
  await draw()
  startSearch(root, account)
  const patience = setTimeout(() => say(word("no-worker")), LONGEST_START)
  navigator.serviceWorker.ready.then(() => clearTimeout(patience))
  await takeNamed()
  await showPersistence()
}

if (root && isOwn && isSecureContext && "serviceWorker" in navigator)
  start().catch(() => {
    root.hidden = false
    say(word("trouble-device"))
  })
