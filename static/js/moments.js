// Moments in words, by the clock of the programme wherever the device believes it is.

const DAY = 86_400_000
const zone = { timeZone: "Europe/Berlin" }

/** Of the page, which may be another than the browser's. */
export const language = () => document.documentElement.lang || "de"

/** @param {number} at */
export const clock = at => new Date(at).toLocaleTimeString(language(), { ...zone, hour: "2-digit", minute: "2-digit" })

/** „heute, 18:42“, „gestern, 09:05“, „19. November, 09:05“. @param {number} at */
export function moment(at) {
  const ago = Math.round((dayOf(Date.now()) - dayOf(at)) / DAY)
  const day = ago === 0 || ago === 1
    ? new Intl.RelativeTimeFormat(language(), { numeric: "auto" }).format(-ago, "day")
    : new Date(at).toLocaleDateString(language(), { ...zone, day: "numeric", month: "long" })
  return `${day}, ${clock(at)}`
}

/** @param {number} at */
const dayOf = at => Date.parse(new Date(at).toLocaleDateString("sv", zone))
