// One card above the list says what keeps things from leaving, and what one can do about it.
import { known } from "../../../service_worker/outbox/store.js"
import { download } from "./keeping.js"
import { fill, piece, word } from "./words.js"

/**
 * @param {{waiting: number, slow: boolean}} now
 * @returns {Promise<HTMLElement | undefined>}
 */
export async function networkCard({ waiting, slow }) {
  const what = await whatIsWrong(waiting, slow)
  if (!what && !waiting) return
  const drawn = fill(piece("outbox-network-card"), {
    title: word({ network: "no-network", none: "waits" }[what || "none"] ?? what),
    words: sentence(what, waiting),
  })
  drawn.dataset.trouble = what
  if (what !== "signed-out") drawn.querySelector("[data-slot=sign-in]").remove()
  if (what !== "network" || !waiting) drawn.querySelector("[data-act=calendar]").remove()
  if (what === "practice") drawn.querySelector("[data-act=send-all]").remove()
  return drawn
}

/** What went wrong the last time matters only to what waits. @param {number | boolean} waiting @param {boolean} slow */
export async function whatIsWrong(waiting, slow) {
  if (await known("practice")) return "practice"
  if (!navigator.onLine) return "network"
  if (!waiting) return ""
  return (await known("trouble"))?.what ?? (slow ? "slow" : "")
}

/** @param {string} what @param {number} waiting */
function sentence(what, waiting) {
  if (!waiting) return what === "network" ? word("nothing-waits") : ""
  if (what === "") return word("sends-itself")
  if (what !== "network") return ""
  const phone = matchMedia("(pointer: coarse)").matches ? "-phone" : ""
  const alone = "SyncManager" in window ? "" : word("not-by-itself")
  return `${word(`go-home${phone}`, { n: waiting })} ${alone}`.trim()
}

/** An entry for tomorrow morning, for the calendar of the device. */
export function calendar() {
  const at = new Date()
  at.setDate(at.getDate() + 1)
  const day = [at.getFullYear(), at.getMonth() + 1, at.getDate()].map(part => String(part).padStart(2, "0")).join("")
  const lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Neighbour//Outbox//DE", "BEGIN:VEVENT",
    `UID:outbox-${day}@${location.hostname}`, `DTSTAMP:${day}T000000Z`, `DTSTART:${day}T090000`, `DTEND:${day}T091500`,
    `SUMMARY:${word("calendar")}`, `URL:${location.origin}/outbox`,
    "BEGIN:VALARM", "ACTION:DISPLAY", `DESCRIPTION:${word("calendar")}`, "TRIGGER:PT0S", "END:VALARM", "END:VEVENT", "END:VCALENDAR"]
  download(lines.join("\r\n"), "text/calendar", "neighbour.ics")
}
