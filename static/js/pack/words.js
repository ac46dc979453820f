// The words of the page, in its language, with what is true of this device put in.

const DAY = 86_400_000
const language = document.querySelector("main").lang || "de"

/** @param {string} name @param {Record<string, string | number>} [values] @returns {string} */
export function word(name, values = {}) {
  const words = document.getElementById("pack-words").content.querySelector(`[data-word="${name}"]`).textContent
  return words.replace(/\{(\w+)\}/g, (_whole, key) => String(values[key]))
}

/** One of something, or several. @param {string} name @param {number} n @param {Record<string, string | number>} [values] */
export const counted = (name, n, values) => word(n === 1 ? `${name}-one` : name, { n, ...values })

/** „heute, 16:40“, „gestern, 16:40“, „vor 9 Tagen“. @param {number} at */
export function moment(at) {
  const ago = Math.max(0, Math.round((dayOf(Date.now()) - dayOf(at)) / DAY))
  const day = new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(-ago, "day")
  return ago < 2 ? `${day}, ${clock(at)}` : day
}

// The clock of the programme, wherever the device believes it is.
const zone = { timeZone: "Europe/Berlin" }

/** @param {number} at */
const dayOf = at => Date.parse(new Date(at).toLocaleDateString("sv", zone))

/** @param {number} at */
const clock = at => new Date(at).toLocaleTimeString(language, { ...zone, hour: "2-digit", minute: "2-digit" })

/** @param {number} octets */
export function size(octets) {
  const isSmall = octets < 95_000
  const n = isSmall ? Math.max(10, Math.round(octets / 10_000) * 10) : octets / 1e6
  return word(isSmall ? "kilo" : "mega", { n: n.toLocaleString(language, { maximumFractionDigits: 1 }) })
}
