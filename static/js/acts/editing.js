// Changing something that waits, where it stands: its texts, and which photos go with it.
import { drain } from "../../../service_worker/outbox/engine.js"
import { hold, holdOn, letGo, opened } from "./asking.js"
import { versionOf } from "./handing_on.js"
import { replace } from "./replacing.js"
import { asBlob } from "./text.js"
import { fill, piece, word } from "./words.js"

/** @import {Field, Operation} from "../../../service_worker/outbox/types.js" */

/**
 * Opens the form in the panel of a card.
 * @param {Operation} op
 * @param {() => HTMLElement} panel asked for when it is needed: meanwhile the card may be drawn anew
 * @param {(words: string) => void} say
 */
export async function edit(op, panel, say) {
  const hindrance = await hold(op)
  if (hindrance) return hindrance
  const form = /** @type {HTMLFormElement} */ (fill(piece("outbox-edit"), { fields: questions(op) }))
  form.addEventListener("submit", event => {
    event.preventDefault()
    send(op, form).then(said => {
      form.remove()
      say(said)
    }, () => say(word("full")))
  })
  form.addEventListener("input", () => holdOn(op.id))
  panel().replaceChildren(form)
  form.querySelector("textarea, input")?.focus()
  return ""
}

/** @param {Operation} op */
function questions(op) {
  const drawn = document.createDocumentFragment()
  op.fields.forEach(([name, value], at) => {
    if (typeof value !== "string") drawn.append(photo(value, at))
    else if (op.labels?.[name] && (value || op.refusal?.fields?.[name])) drawn.append(question(op, name, value, at))
  })
  const areas = drawn.querySelectorAll("textarea")
  if (op.refusal?.theirs && areas.length === 1) areas[0].closest(".field").after(piece("outbox-take-theirs"))
  return drawn
}

/** @param {Operation} op @param {string} name @param {string} value @param {number} at */
function question(op, name, value, at) {
  const [label, shape] = op.labels[name]
  const asked = piece(shape === "area" ? "outbox-area" : "outbox-line")
  const field = /** @type {HTMLInputElement} */ (asked.querySelector("input, textarea"))
  const error = asked.querySelector(".field__error")
  const said = op.refusal?.fields?.[name]
  field.id = `operation-${op.id}-${at}`
  field.dataset.at = String(at)
  field.value = value
  asked.querySelector("label").htmlFor = field.id
  asked.querySelector("label").textContent = label || word("text")
  if (!said) error.remove()
  else {
    error.textContent = said
    error.id = `${field.id}-error`
    field.setAttribute("aria-describedby", error.id)
    field.setAttribute("aria-invalid", "true")
  }
  return asked
}

/** @param {import("../../../service_worker/outbox/types.js").FileBytes} file @param {number} at */
function photo(file, at) {
  const choice = piece("outbox-photo")
  const picture = choice.querySelector("img")
  choice.querySelector("input").dataset.leave = String(at)
  choice.querySelector("span").textContent = word("remove", { name: file.name })
  if (!file.type.startsWith("image/")) picture.remove()
  else picture.src = URL.createObjectURL(asBlob(file))
  return choice
}

/** @param {Operation} op @param {HTMLFormElement} form */
async function send(op, form) {
  const now = await opened(op.id)
  const hindrance = now ? await hold(now) : word("being-sent")
  if (hindrance) return hindrance
  await replace(op, { fields: onTheirVersion(op, changed(op, form)), title: titled(op, form) })
  drain(op.account, { eager: true })
  return word("changed")
}

/** @param {Operation} op @param {HTMLFormElement} form @returns {Field[]} */
const changed = ({ fields }, form) => fields.flatMap(([name, value], at) => {
  if (form.querySelector(`[data-leave="${at}"]:checked`)) return []
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(`[data-at="${at}"]`))
  return [/** @type {Field} */ ([name, field ? field.value : value])]
})

/** After a conflict it is written on what the other one wrote. @param {Operation} op @param {Field[]} fields @returns {Field[]} */
export function onTheirVersion(op, fields) {
  const version = op.refusal && versionOf(op)
  return version ? fields.map(([name, value]) => [name, name === "version" ? version : value]) : fields
}

/** The list names it by its own words where it did before. @param {Operation} op @param {HTMLFormElement} form */
function titled(op, form) {
  const before = op.fields.findIndex(([, value]) => typeof value === "string" && value && value.startsWith(op.title.replace(/…$/, "")))
  const field = /** @type {HTMLInputElement | null} */ (form.querySelector(`[data-at="${before}"]`))
  return field ? field.value.slice(0, 80) : op.title
}

/** @param {HTMLElement} form @param {Operation} op */
export async function leave(op, form) {
  form.remove()
  await letGo(op.id)
}
