// What is half written stays with its form on a device of one's own, over a reload and a way back; sealed like all the rest.
import { seal, unseal } from "../../../service_worker/outbox/sealing.js"
import { know, known } from "../../../service_worker/outbox/store.js"
import { page } from "./page.js"
import { copyOf } from "./words.js"

const A_MOMENT = 400
const MOST = 20
const LONGEST = 50_000
const TYPED = "textarea, input[type=text], input[type=tel], input[type=email]"

/** @type {ReturnType<typeof setTimeout> | undefined} */
let timer
let isNewer = false
/** @type {Map<string, string>} */
let drafts

document.addEventListener("input", ({ target }) => {
  const form = target.closest("form[data-outbox]")
  if (!form || page.device !== "mine" || !drafts) return
  keepUp(form)
})
window.addEventListener("pagehide", storeNow)
window.addEventListener("click", storeNow, { capture: true }) // it may lead to another page

/** Puts back what was half written into forms that are empty; what was typed before this could be heard is kept now. */
export async function bringDrafts() {
  if (page.device !== "mine") return
  drafts ??= new Map((await unsealed())?.fields)
  for (const form of document.querySelectorAll("form[data-outbox]")) {
    if (typed(form).length) keepUp(form)
    else bring(form)
  }
}

/** @param {HTMLFormElement} form it was sent */
export function dropDraft(form) {
  if (drafts?.delete(keyOf(form))) store()
}

async function unsealed() {
  const kept = await known(`drafts-${page.account}`)
  return kept && unseal(kept)
}

/** Its address, and the version that it changes. @param {HTMLFormElement} form */
const keyOf = form => `${form.getAttribute("action")} ${form.querySelector("[name=version]")?.value ?? ""}`

const fieldsOf = form => [...form.querySelectorAll(TYPED)].filter(({ name }) => name)

const typed = form => fieldsOf(form).filter(field => field.value !== field.defaultValue).map(({ name, value }) => [name, value])

function note(form) {
  const key = keyOf(form)
  const words = typed(form)
  const text = JSON.stringify(words)
  drafts.delete(key)
  if (words.length && text.length < LONGEST) drafts.set(key, text)
  if (drafts.size > MOST) drafts.delete(drafts.keys().next().value)
}

/** The first letter at once, as it may be the last before the page goes; then not with every one. */
function keepUp(form) {
  note(form)
  if (timer) return void (isNewer = true)
  store()
  timer = setTimeout(() => {
    timer = undefined
    storeNow()
  }, A_MOMENT)
}

function storeNow() {
  if (isNewer) store()
}

/** Without its key nothing can be sealed; it may be here the next time. */
const store = () => write().catch(() => isNewer = true)

async function write() {
  isNewer = false
  const { account } = page
  if (!drafts || !account) return
  const words = { kind: "drafts", url: "", page: "", into: "", title: "", fields: [...drafts] }
  await know(`drafts-${account}`, drafts.size ? { account, sealed: await seal(account, words) } : undefined)
}

function bring(form) {
  const words = drafts.get(keyOf(form))
  const fields = fieldsOf(form)
  if (!words || form.hidden || form.querySelector("[data-draft]")) return
  for (const [name, value] of JSON.parse(words)) {
    const field = fields.find(field => field.name === name)
    if (field) field.value = value
  }
  const line = copyOf("#draft")
  line.dataset.draft = ""
  line.querySelector("button").addEventListener("click", () => {
    form.reset()
    dropDraft(form)
    fields[0].focus()
  })
  form.addEventListener("reset", () => line.remove(), { once: true })
  fields[0].closest(".field").before(line)
}
